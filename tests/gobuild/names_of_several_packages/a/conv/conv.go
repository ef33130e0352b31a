package conv

type Text string

type Taker interface{ Take(Text) }
