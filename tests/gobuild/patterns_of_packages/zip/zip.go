package zip

func New(code int) *int { return &code }
