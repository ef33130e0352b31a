package bare

const X = 1
