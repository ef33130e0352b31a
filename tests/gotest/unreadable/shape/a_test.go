package shape

func TestJ(x int) {}

func TestK(x int) {
