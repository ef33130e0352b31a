package outside

const X = 1
