module ex.com/none
