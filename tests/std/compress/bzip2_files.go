// run
// What bzip2 has compressed: read whole and in pieces, cut off, with each of many bits turned, and with bytes behind it.
package main

import (
	"bytes"
	"compress/bzip2"
	"encoding/base64"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"testing/iotest"
)

const step = 41 // in bulk: 1

var files = []string{
	"QlpoMRdyRThQkAAAAAA=",
	"QlpoMjFBWSZTWRmTm2sAAAABACAAIAAhGEaC7kinChIDMnNtYA==",
	"QlpoMzFBWSZTWZxFPtMAAAORAEAEAkSgACEiMDAGUifkVFhdyRThQkJxFPtM",
	"QlpoNDFBWSZTWUvxLK0AAADQAMAAACAACCAAISZBmKgOLuSKcKEgl+JZWg==",
	"QlpoNTFBWSZTWYawtWcAA+eBADgAIAAwzAmqaaqQdVINVIPF3JFOFCQhrC1ZwA==",
	"QlpoNjFBWSZTWe3ga8wAAAF/////////////////////////////////////////////sAFgAS//9VVQJgJgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACTAATAAEwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAASYACYAAmAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAH9QFAkDQRBX/IMg6EIShSFoY/9DUOQ9EERRJE0URVFkXRhGUaRtHEdR5H0gSFIkjSRJUmSdKEpSpK0sS1LkvTBMUyTNNE1TZN04TlOk7TxPU+T9QFBUJQ1EUVRlHUhSVKUtTFNU5T1QVFUlTVRVVWVdWFZVpW1cV1XlfWBYViWNZFlWZZ1oWlalrWxbVuW9cFxXJc10XVdl3XheV6XtfF9X5f2AYFgmDYRhWGYdiGJYpi2MY1jmPZBkWSZNlGVZZl2YZlmmbZxnWeZ9oGhaJo2kaVpmnahqWqatrGta5r2wbFsmzbRtW2bduG5bpu28b1vm/cBwXCcNxHFcZx3IclynLcxzXOc90HRdJ03UdV1nXdh2Xadt3Hdd533geF4njeR5Xmed6Hpep63se17nvfB8XyfN9H1fZ934fl+n7fx/X+F3JFOFCQ7eBrzAA==",
	"QlpoNzFBWSZTWYgSM6YAAAJBAEAAIAAgACEAggsXckU4UJCIEjOm",
	"QlpoODFBWSZTWUnnFuQAAAJBAEAAMAAgACEmQZhCuLuSKcKEgk84tyA=",
	"QlpoOTFBWSZTWUutlGwAAALBAMAAIAAACCAAIKptQZjFR4u5IpwoSCXWyjYA",
	"QlpoMTFBWSZTWavKTH0AAALBAKAAIAAACCAAIKptQZjFR4u5IpwoSFXlJj6A",
	"QlpoMjFBWSZTWYZfZs0AA8TAAHgAYAdfYoKACgKAAAoAZpoNPFBmmgzTQZpoJTZSG5klwRhwmWzE22Gyj2pMC6WTEBrWQwTawlWbWNJXQGRiBgqTQtYckmNLshkrOjh7OuQDRGIEsBPZi3SKIVVkhjKVYcyV1ZYdYFlwRGwaScc6XtbDEFqi2NDms5CCWosY4FKpdUuJ0JgBjDpowB2rtNSpniUjXGpmtFVmFyPGDPCuTYbAmK3WNFa2JB4Ma0SWjUKIptYxi0tyaOUdEqomsRqHYxgnAbKGQcxpRKkcmqxRPVgtXXSbFZLIkhwzoksRWkWbrQVnGQyVOyEnGqzrRJMsZy4s6ckOsclqsSQqssW5qRxEKoWbsK3IWuGZCJmh0jSCyQNOeidZ0Di4WScWBMbGC0ZHABiQ3Es6unFI4cjBDBV2geRHQymMGM4mFgzJZerlcuSDSwzkK6MdSqKImMkvS5sZebnnYuUwaKopFrlhxqdlM4Q4Z1i4wRgBAXnI6w1BCrOZqHV1NomHXWXUgToLKRbpYDpHTGJlOM3AVjStopoIbQ4pqwio6LjWQ1BjUqoLjUOVqrJYyDyvJ1oHLGYxq0MNWYUdgqrlsInSETrOzI6Vk0Iya2JBpZjOw0PFjC4zGNGZxPLMSi7IK0yBg0rxcls2BsuLXQ2bVkBKCbaTMGaSFm06mntWE4qw5ApGQQlYMnCI60ymeKsTWpnK9GRFkyRhQtas9CZ1njDWQrQJJJjRONTlKcAwD0Uk5MmSiZdAMQRasVViJwgDkXGVbRkB4OeckuIMaTWssQKGZcxwoCllmpEDAodUWqRs6zzJGTEcGR5qcZsGuIYYaW0Ym0vGDTczLAFmsyUk6RVXOQhACEcuVIDYIzQiOBp05CudNUGl4Fnk4gsnNnOsuUugwylNlYcHE2RSx1jIwVGbrRoc84SdSwEO1mMmzjAA86cZ1EXRmphddFclxC5NaEs9NBLBWqBtaR1GqUWLBc1BhzJPGjaqtGyzolU0QkGg21WlxOXKYidobNEnWIByzgFgzDkLEwjjDEFh1jWskkDNQVnWIIIHAWcIRZQLWKxjC4U1RiYkEq2Wl1xlRCM5CdMcYEFaZ2Osth1yRWMjZWAjDg0uDLikjA+LuSKcKEhDL7NmgA==",
	"QlpoMzFBWSZTWZyPsy4AAH///////1//f7///v///v73+///+v/7///v/9/9///9ef/3wAGuw3TuyAAAANAAAAANABoAAAAGQAAAAGgNABoAGg0AAAAAGg0AA2kGgAEABMaaaEwNT0NNAJgMiaYE0xMATAJmJoAAI9TCN6gMo/VMmTAADRPU9DU0z1ABMBMEMAA0EwE2nqHIABoAAaGgAAADQBkAAAB6hoAAAAAABoAAAAAAAAHqGgAAaAABBoNAaDQAAAAANBoyDQAAAAaGgAANAAAAAAAAAAAAAADQAAAPRCk8ZwWjSZMbBVkCBrwur7jg0TmaxyqYIRYtGkQH6+bvnsEhFiUdF3AYkZqwFbxm39u+oAZSaDJHBg1cg1BPHAcfZCs7LWlFVcXbDvkzgZ3U84J8xbcK7OO/dw0iFx8SrPauYKkr66kOjDaxF80HCoC8QcQ9w7vSLWRN8RqTOjv+PNjWlXgvcZ0jQXvE1xodRsIdf9eoDoGXFZulOGrVXjmZY5AYacoItNnGTCT4JBhBb/SZmtk4xgmIZjweDg+rr8K/ml4ZjMEqqTthhPzUMqQFFkj9VlUtDeoVkOmtYqYMTj3SOLAOAcloEsYQmXIv07nclOHKH4Wboiq6O+x8/6gkuMLUzwZMGSOAst6LGDaJQTh4I0m1XuO0APr96dsEfRZIXSRifSs+0TA9xj8oz7S9GRs7T6tw0sMgCA24GgTmcphGLwWi+UXNTZShAvhP76B1RQNcuNrcQ0NHHDBxrcRQ/DaB6hmwQB6yaAcdPs25JI0GfLQitQbM/BOBj6B78YfHFgu09OvPcZDNk8Q/V8bvl+x0JG5k062i0oAHKD8Ou+1AiYy+h5YAMHVsjv28kjwY6FLwPNWKAggooPk2ljrRvqbLYr1dZb4UlzQ+uGa6jeePh7Z/77A1nm+wwX8NxQX8HKjaQFbQjgz3UEgDyjeWiwnE6R9URAjXFj1hk+9sYwRQQBBowK1/HApV4UT82lSxXPu+72PqjJAk1kpvFKJsCw/xc4CKlBSBu7+IsgXTEs5cqB0N74dQrbegcGRhf8XckU4UJCcj7MuA",
	"QlpoMTFBWSZTWaRjnbsAAACRgEAAASAcACAAIYAMAycu4u5IpwoSFIxzt2BCWmg5MUFZJlNZJooCNAAAAoGADgGIACAAIhhoMAcCmF3JFOFCQJooCNA=",
}

func decoded(s string) []byte {
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return b
}

func show(name string, r io.Reader) {
	b, err := io.ReadAll(bzip2.NewReader(r))
	var wrong bzip2.StructuralError
	fmt.Printf("%s: %d %08x %v %v\n", name, len(b), crc32.ChecksumIEEE(b), err, errors.As(err, &wrong))
}

func main() {
	for i, s := range files {
		b := decoded(s)
		show(fmt.Sprint("file ", i), bytes.NewReader(b))
		show("by bytes", iotest.OneByteReader(bytes.NewReader(b)))
		show("cut", bytes.NewReader(b[:len(b)/2]))
		show("behind", bytes.NewReader(append(b[:len(b):len(b)], 'B')))
		show("behind", bytes.NewReader(append(b[:len(b):len(b)], "BX"...)))
		show("behind", bytes.NewReader(append(b[:len(b):len(b)], "BZ"...)))
		show("behind", bytes.NewReader(append(b[:len(b):len(b)], "BZh0"...)))
		show("broken", io.MultiReader(bytes.NewReader(b[:4]), iotest.ErrReader(errors.New("broken"))))
		if len(b) > 250 {
			continue
		}
		for bit := i; bit < 8*min(len(b), 120); bit += step {
			b[bit/8] ^= 0x80 >> (bit % 8)
			show(fmt.Sprint("bit ", bit), bytes.NewReader(b))
			b[bit/8] ^= 0x80 >> (bit % 8)
		}
	}
	show("nothing", bytes.NewReader(nil))
	r := bzip2.NewReader(bytes.NewReader(decoded(files[2])))
	small := make([]byte, 5)
	for {
		n, err := r.Read(small)
		fmt.Printf("%q %v\n", small[:n], err)
		if err != nil {
			break
		}
	}
	n, err := r.Read(small)
	fmt.Println(n, err, bzip2.StructuralError("x").Error())
	r = bzip2.NewReader(bytes.NewReader([]byte("BZx")))
	n, err = r.Read(small)
	fmt.Println(n, err)
	n, err = r.Read(nil)
	fmt.Println(n, err)
}
