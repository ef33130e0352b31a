pakage clause
