package conv

type Text string

type Giver struct{}

func (Giver) Take(Text) {}
