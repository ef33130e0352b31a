// run
// SHA-3, SHAKE and cSHAKE at the ends of blocks, their saved states, and keys derived by HMAC.
package main

import (
	"crypto/hkdf"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"encoding"
	"fmt"
	"hash"
	"io"
)

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

type saved interface {
	encoding.BinaryMarshaler
	encoding.BinaryAppender
	encoding.BinaryUnmarshaler
}

func main() {
	data := make([]byte, 300)
	for i := range data {
		data[i] = byte(i * 7)
	}
	for _, n := range []int{0, 1, 71, 72, 73, 103, 104, 135, 136, 137, 143, 144, 167, 168, 169, 300} {
		d := data[:n]
		fmt.Printf("%d %x %x %x %x\n", n, sha3.Sum224(d), sha3.Sum256(d), sha3.Sum384(d), sha3.Sum512(d))
		fmt.Printf("%x %x\n", sha3.SumSHAKE128(d, 20), sha3.SumSHAKE256(d, 20))
	}
	fmt.Printf("%x\n", sha3.SumSHAKE128(nil, 400)[380:])
	for _, h := range []*sha3.SHA3{sha3.New224(), sha3.New256(), sha3.New384(), sha3.New512(), {}} {
		h.Write(data[:100])
		m, err := h.MarshalBinary()
		fmt.Printf("%d %d %d %q %v\n", h.Size(), h.BlockSize(), len(m), m[:5], err)
		clone, err := h.Clone()
		io.WriteString(clone, "more")
		fmt.Printf("%x %x %v\n", h.Sum([]byte("a")), clone.Sum(nil), err)
		h.Reset()
		fmt.Printf("%x\n", h.Sum(nil))
		fmt.Println(h.UnmarshalBinary(m), h.UnmarshalBinary(m[:7]), h.UnmarshalBinary(append([]byte("zzz"), m[3:]...)))
		fmt.Printf("%x\n", h.Sum(nil))
		a, err := h.AppendBinary([]byte("x"))
		fmt.Println(string(a[1:]) == string(m), err)
	}
	fmt.Println(sha3.New512().UnmarshalBinary(must(sha3.New256())))
	name, custom := []byte("name"), data[:200]
	for _, s := range []*sha3.SHAKE{
		sha3.NewSHAKE128(), sha3.NewSHAKE256(), sha3.NewCSHAKE128(nil, nil), sha3.NewCSHAKE128(name, nil),
		sha3.NewCSHAKE256(name, custom), sha3.NewCSHAKE256(nil, custom), {},
	} {
		out := make([]byte, 30)
		fmt.Println(s.BlockSize())
		s.Write(data[:5])
		m, err := s.MarshalBinary()
		s.Read(out)
		fmt.Printf("%d %v %x ", len(m), err, out)
		s.Read(out[:3])
		fmt.Printf("%x\n", out[:3])
		try(func() { s.Write(name) })
		fmt.Println(s.UnmarshalBinary(m), s.UnmarshalBinary(m[:100]))
		s.Read(out)
		fmt.Printf("%x\n", out)
		s.Reset()
		s.Read(out)
		fmt.Printf("%x\n", out)
		a, err := s.AppendBinary(nil)
		fmt.Println(len(a), err)
	}
	password, salt := []byte("password"), []byte("salt")
	for _, n := range []int{-1, 0, 1, 20, 41, 5100, 5101} {
		for _, iterations := range []int{0, 1, 3} {
			k, err := pbkdf2.Key(sha1.New, "password", salt, iterations, n)
			fmt.Printf("%d %x %v\n", len(k), k[:min(len(k), 41)], err)
		}
		if n < 0 {
			continue
		}
		k, err := hkdf.Key(sha1.New, password, salt, "info", n)
		fmt.Printf("%d %x %v\n", len(k), k[:min(len(k), 41)], err)
		k, err = hkdf.Expand(sha1.New, password, "info", n)
		fmt.Printf("%d %x %v\n", len(k), k[:min(len(k), 41)], err)
	}
	k, err := pbkdf2.Key(func() hash.Hash { return sha3.New256() }, "password", salt, 2, 40)
	fmt.Printf("%x %v\n", k, err)
	for _, salt := range [][]byte{nil, {}, salt} {
		k, err = hkdf.Extract(sha256.New, password, salt)
		fmt.Printf("%x %v\n", k, err)
	}
	try(func() { hkdf.Expand(sha256.New, nil, "", -1) })
}

func must(s saved) []byte {
	b, err := s.MarshalBinary()
	if err != nil {
		panic(err)
	}
	return b
}

// Output:
// 0 6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7 a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a 0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004 a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26
// 7f9c2ba4e88f827d616045507605853ed73b8093 46b9dd2b0ba88d13233b3feb743eeb243fcd52ea
// 1 bdd5167212d2dc69665f5a8875ab87f23d5ce7849132f56371a19096 5d53469f20fef4f8eab52b88044ede69c77a6a68a60728609fc4a65ff531e7d0 127677f8b66725bbcb7c3eae9698351ca41e0eb6d66c784bd28dcdb3b5fb12d0c8e840342db03ad1ae180b92e3504933 7127aab211f82a18d06cf7578ff49d5089017944139aa60d8bee057811a15fb55a53887600a3eceba004de51105139f32506fe5b53e1913bfa6b32e716fe97da
// 0b784469a0628e03861cd8a196dfafa0e9e8056d b8d01df855f7075882c636f6ddeacf41e5de0bbf
// 71 1c8e4a8c72222b94fee4ff018be23474bc505ddbe49104c32f2797cb 2c5a9fa4c495c0666e88044c13ee0fb3aede437d1497d426c6d42b2008fda1cf b9a67091dab8881fe62bfd79bea05da4f497cf3f405b5e25d54f190a3f9d0f9ac1ce1093cd7f0a1e52a512123e7d5126 047d8a48fbff64bb687ccdc833c613c54b6ef7f212e26d28ef698b00f2fde36a7175ceeefee50ee0e0b558a2a16fa82bce7ace3606fda1f3979e4b105d15a0b2
// 776d452b0f9fd4ab8407c89394d527ae19daeb08 363c7a1b28db743649c19596a9a3009373d58e8b
// 72 91d86bba53df3e01cd05860c711f816f550df20ba48fe5d309dac416 8e49414ff755cea961ad195b3206f941070ed9277cbde0a2da5d9ba7ae40d6a9 b18ce0f50b5d03e841e19afb2fa4f70af7197a6a64a6fcac2b438dc80ed9fa096859da879d4b84ab0c4f85a968cdcaf6 4eccf285566cceba90a6459e0dc328e05afecb97f013563541845b27048fd3f02192889292c4465899b0d28dd1c4eb4cb0bb01e07ad2379ab45d4d5639835eb7
// e7f6772032b0b2406581073fb094561edc0a7e60 c0c70a7f9d1b675abf56784cf254fbaa48d76a25
// 73 5b43a8f160a5d4f6011a27e1e3cfbed19abf3195838d857894d58983 9b3d7e52c5791598443a0be6d381dac02e14821d7824b2a356733796120f0230 d71a5c796a384e8da8f60939b307f34ed356824e9c14c32b92488c5b1211f998d18a9a6120a40d5a35a565dc0a68588f 3a57e0ac3ae28941be88db60f1dc78030a7840c07d49c79a822c4fefdf436b09e964950aa29b29eebe5fe9ef5057612d068d04ab11bfe124920c876b0b057ee5
// f41a5f4e1e3527e7d95b1e0bb7ff31dda21feb2d bb4edfc85ada80d0ec4cb5f5f6558e8d690305d8
// 103 2a3183f0a735d8c26f9d22e493f5d303ffb9379fb0bc26d67a844d2c b64e948eb0274bafe48ebd949d5255bdced7ec75df5992f6f7ca308cbb67a78d bc4bc88f7d8d62ff5f5cf0230ed2303e22c13e5f0bbbc3649017e15dc25d4dd7a606ca6468602ae0b9f065ceabd444ca e12abb3c7f4082d27dbad1b022c06e636b21f1c12fd2fc0a159022c3b09e76e6d45502b885deafbbbb24eac7c37d462eeb16e23c558bb263771e2d708f95ada3
// 271b9b177b641f1bcb3ad8111be8b2abc0146349 1b104563974ec33f85b86681194a9e785c39f63f
// 104 183ea1bd5b45502e7eb49d4d656a73a1a42abc50b5a469b4d24de63e 67888b47faf75fc29e78571e33ed9e50c7ecbc494fd55f2ea40179e9dc01ba99 4fd7c6c3a064c907c389835557a42b6cf821c3361a62ce21cee5ba087d597839111f8baba466bf1f8b99ef97c958ef4b d78acb0519163d6f608cc819ade374a49f366a1b043ba5297dbff2858a4c4a8c3dea7614572442873a4696c3320e0856c4499c1ead035875c0469f9fd7e1e82c
// 89bc1509068e7acd393806c6428d443cf8e6fb5b 1bc234b5f1eda011ec7a1be374bf674db2372a6c
// 135 8da43b5c05942b6985f4c340cabc9bc609eb992702f513ebf7097660 2f6d0ed38ad614af2b245d79dba7a473731762188697602e4da5c39125c8a9a6 3a501d90ee693ade61cbe634ac624ef017e30c25f4766640bdf46217bcfb5b59d287e1b18b6454fad1a984d66a60bf88 256db8c9535bebd1fa9fc68a229b2689f7dfdf42063d13467254643a6ec643914a585d8c682166c73a72dd975db148b13339c429c32b058f9c85a6cdb71e76a3
// e4773522bb2bc7d76fe1b0be69d8e70d85045d8f baf4ca4b46d9a33f91eb6fe87ec3e248d57d74b8
// 136 4a344fd44b0c926051a7021c90b25323b486b0c6b0bb442f757f80a2 1c33504292f84699c382b4e53645f483c6cc5cf0fdb78ff87a1c4d12c26915a7 4f43ab065a575001a476e965cf4d542274dbd6d04474e18abd0324ffbcddf64888f928624aa80efcb21c08453e72e1a0 5d8a95552d56ca100f61a539fdc0e62e526889f7999b8548199ce40578b31ba185375d9320806ed0735ed728ce48089dfb312f53bfbbb39555ee08273842ad0d
// 47901a0ce8e74d67269241df026c71f038f253ee df8d71c9fb19d0677171b3745b3c0cdaa5e15393
// 137 b835a2e8dc8d461453f6453fac92b34d427fb6d45592a373da052f4b 328e173469e331b025dda12fbccbe0d076084af1a7b1d0bb1bad27ad738b6677 9adf175c5f1a8ab696a2e9657acc9e3aab31b3e45b321ebd6172b34a5f297da788f9a646c39970abf27308fd78afeaa0 48deb09cf47077f80d64d76e211fb277cd3facc998915f5979ca37a995ab796019d90d8818943b053b041eb140f0a6973fae2aa5527d16fc1678eb6b125be1c1
// c479a317e2948d755298a34da96a9c651aa98eb1 358818a7eb8bcb8fdfb180ba91b4da12eb4b5cba
// 143 4a401a497ca2ae9e4c0f7c8485a19d6b0b495647e219bffd46c43100 8739576090bea7114974cd876801c11c3cf7a5fefffd2a183ad57202dc185ef9 de76685d08315151c057d92b002e159d0f9f1279e8404db340918e734c4bbc0f672aca8af753891503d9b3bfc7008cf4 c556a76212aa2de78edd0abdce409e068cd64820006322223b06daf2c3d591e7485d6456780cf051066c419ba71db64c859b8fa84289898657288ba6272433e8
// 56ed0f89fcbe1ee0df9ef957bb4b1bd66cb19cbb 97b7a77bed2a2bc602c74c9cde1790dff06ee776
// 144 411730769c0f26dcf0faa11104ed9111dff6aa5f70f1d3df34a34417 64041e475bfb8e04607f2b345d4bb0382e7141ed1d518b5fc8a89b49dd07c3c3 9a70cc7b86592b4bee479d6f4fd1750956feda2442615acecffc47a7da9c0ece8b27ecd984a83aabe9d76227889b2bf8 395128d487ac4caaebe5727b32210d97791906da60a4551dcee577ceec98bfc4d51cf8f2ee4814333e590f9f6b73c22eac66e23d42cd47e3755456f102183e99
// 89f59f70ee410f3cb671f2f7d5dd6e5c5592e13c 2eb52037e4ccc129c56607378645af8374aed69d
// 167 2425796296fed409684b9e560f93c8d25474429ace7d4bfaaa784ac4 fdf87b8ad77c4a021cb91e4c17840fcbc6e31407952085baa1d4bfa5b4cef806 73c7a54618d2d3bb8fd29a318580fcfc5044aefe749f11c7c1c00997da45eae8ff5f4cb89c0d29b45f4a2e1f14f3dbd5 c820a26598eb65984d5399526873dcfff2458ea3e2dda8dd053b12f018034ea8a267c708fc9431345d486030bd181d27b7b049ee8052a9c31288a02327aa62d1
// 0a5cf695ec9308ebd5854fe7527f54f4ef9e1eb4 1657324eaed16f6ceca54c7f8f015c21575ebd02
// 168 9c76d0f241704ec7bf84dd6ff98610bd38c71c7464cc81c4cf7375c1 5c82938f182bc814375fde1c140340b2faf304971877080adf6908aaaf2ec33f 846fedba6d7e819153e58ceac77502469de2687b833016e49835d1cc3a408fce7beae1de82c62711f4ef239a744cb452 4cf7a0d204ae2db90479ea1235040ea7e137e37921abc2df01eac17e5084b12b1301209b2b47780b8e5d06ae02323ddcabb391defe131649c7ffcbaf2c3b2907
// dec4583a33e0fce057b8494de205ff741032c8a8 f6dfa52646560f408cc6688e421f0bc1b9dc38f8
// 169 2635093c62367ad0894e3bebee9e4457e6be20545ef54b9d5c46140c 437dd4dbaecb71f4313f136a50a83e1c8c16142388f6358f85669740600742b5 7f010d83d2c3e5cee66c17960d82421f41e62bf33f78111eb6763d1f0a6a9d06410f0a5f1be9d35031136345f2215b4b 11ea7705ce024e5c69afff0e0c1d922ab49b6011e586976f7e8de685fc50f7f154612f614c4d6cd484af6f6e333e36103ec7c390a8bee613a4bd770e02511339
// 76edbbb3df02d2f72205371c10ae8bfab5f40a26 c4d4242b85b3f79fdec4a19c6535cbdc22f0b3fc
// 300 0639e3532b24e485dd91bf27c8062ff42b416151d6f17552e26a82e9 c87546fd20d13b902ade349f6e67c3b1085d6a746ae0e9a01dfa62c26297b2a7 ac2957d0f9f01abd7c2a8f2d8f7e2e84c98db55bd1a0fdea4b9f72f67dda32612f060c20b3a4459454eaf5b0ea6a0704 8d37d4297d0d1578535c68997e0f640052de1d21e8c9ed5993f6f7418e2dbda6c5b6dcb299eabecec371d12ed518a831a03ba2a76378d60a46528d1608b4c122
// d6a6e87743cdcff3bc0ac7178d438ed89854f3f8 39f49d9cb095039f4fb3b8e595ad2230ca727e59
// 1dd0b5e9d83c6d5e8ce803aa62b8d654db53d09b
// 28 144 207 "sha\b\x90" <nil>
// 6141ab522113ada828decac9d1127ae47528291199203bb92c5fe709a9 555eaa242913c751a11b0c38c197237b335a80f0388da5d45909b2a9 <nil>
// 6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7
// <nil> sha3: invalid hash state sha3: invalid hash state identifier
// 41ab522113ada828decac9d1127ae47528291199203bb92c5fe709a9
// true <nil>
// 32 136 207 "sha\b\x88" <nil>
// 61882e66234aeb69546a396e8b96fad723ca6a8c809cc1afddf0d7524c7b304680 1c91b0d00e6a715f79a5997c869bb7a992a95aff8cec9fef8e818789ab40c1ba <nil>
// a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a
// <nil> sha3: invalid hash state sha3: invalid hash state identifier
// 882e66234aeb69546a396e8b96fad723ca6a8c809cc1afddf0d7524c7b304680
// true <nil>
// 48 104 207 "sha\bh" <nil>
// 61fe1ee3a7586f9d1d345b4b174669f418992c145a21c12b80b23876f73ee12ce621b554a0ef1c0649634b6e3f0c78684e 9dd7a593675ddebda07899510916234d7e6f73ee15f925ba3049050bce415254f736addff937830d7cf477d450e670d2 <nil>
// 0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004
// <nil> sha3: invalid hash state sha3: invalid hash state identifier
// fe1ee3a7586f9d1d345b4b174669f418992c145a21c12b80b23876f73ee12ce621b554a0ef1c0649634b6e3f0c78684e
// true <nil>
// 64 72 207 "sha\bH" <nil>
// 614ca2b563daa8d070827b35792e09fafc7c8a4f88662a4b6a09b14546906d7e9c065ff63cfb07a9daedab2ae279888fc851630d9312364ba0c7b44c054077b05a 1b559f00fc2c9720b374c2d226b693c5cd389b3ddf3d1e36e66104984c08b130b8c7c362e1f6abe0c5ff97852fc798fcfa51dc483c2ab1288d7fe5055bcba4fe <nil>
// a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26
// <nil> sha3: invalid hash state sha3: invalid hash state identifier
// 4ca2b563daa8d070827b35792e09fafc7c8a4f88662a4b6a09b14546906d7e9c065ff63cfb07a9daedab2ae279888fc851630d9312364ba0c7b44c054077b05a
// true <nil>
// 32 136 207 "sha\b\x88" <nil>
// 61882e66234aeb69546a396e8b96fad723ca6a8c809cc1afddf0d7524c7b304680 1c91b0d00e6a715f79a5997c869bb7a992a95aff8cec9fef8e818789ab40c1ba <nil>
// a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a
// <nil> sha3: invalid hash state sha3: invalid hash state identifier
// 882e66234aeb69546a396e8b96fad723ca6a8c809cc1afddf0d7524c7b304680
// true <nil>
// sha3: invalid hash state function
// 168
// 207 <nil> 74044eda8cf76072da8f7504589f61c6c51b2013d3505742d887c22708ee d36cb1
// panic: sha3: Write after Read
// <nil> sha3: invalid hash state
// 74044eda8cf76072da8f7504589f61c6c51b2013d3505742d887c22708ee
// 7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66
// 207 <nil>
// 136
// 207 <nil> a5ae2804f8456b84f4957d7b152606e101c41260f11e89e4be2c3081a452 b536d5
// panic: sha3: Write after Read
// <nil> sha3: invalid hash state
// a5ae2804f8456b84f4957d7b152606e101c41260f11e89e4be2c3081a452
// 46b9dd2b0ba88d13233b3feb743eeb243fcd52ea62b81b82b50c27646ed5
// 207 <nil>
// 168
// 207 <nil> 74044eda8cf76072da8f7504589f61c6c51b2013d3505742d887c22708ee d36cb1
// panic: sha3: Write after Read
// <nil> sha3: invalid hash state
// 74044eda8cf76072da8f7504589f61c6c51b2013d3505742d887c22708ee
// 7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66
// 207 <nil>
// 168
// 215 <nil> dcc39fe149e67eea05f33187f239d78f42277b0ca91d3c167641624728cb e04f79
// panic: sha3: Write after Read
// <nil> sha3: invalid hash state
// dcc39fe149e67eea05f33187f239d78f42277b0ca91d3c167641624728cb
// 0a41b6a459d40a51590bc813f0bacc886f848cb1a32657b2add09d789596
// 215 <nil>
// 136
// 416 <nil> 9fb6ade01493a72c94ec05fdb2737dd67d26ea31380b72a3703620955a8e 60a440
// panic: sha3: Write after Read
// <nil> sha3: invalid hash state
// 9fb6ade01493a72c94ec05fdb2737dd67d26ea31380b72a3703620955a8e
// 26e22c205b0a26e59ac08ee22a7af59c652387a4993a1f544c12acc6149f
// 416 <nil>
// 136
// 412 <nil> bc0a7ae9e8526b0660e7b82cfe9e3217dfb221402d290c390ea007a6f76e 151527
// panic: sha3: Write after Read
// <nil> sha3: invalid hash state
// bc0a7ae9e8526b0660e7b82cfe9e3217dfb221402d290c390ea007a6f76e
// 17d4dc708f012e374d2ebfe67d6c4c96a8a49402dbcda356d4b17962794b
// 412 <nil>
// 136
// 207 <nil> a5ae2804f8456b84f4957d7b152606e101c41260f11e89e4be2c3081a452 b536d5
// panic: sha3: Write after Read
// <nil> sha3: invalid hash state
// a5ae2804f8456b84f4957d7b152606e101c41260f11e89e4be2c3081a452
// 46b9dd2b0ba88d13233b3feb743eeb243fcd52ea62b81b82b50c27646ed5
// 207 <nil>
// 0  pbkdf2: keyLength must be larger than 0
// 0  pbkdf2: keyLength must be larger than 0
// 0  pbkdf2: keyLength must be larger than 0
// 0  pbkdf2: keyLength must be larger than 0
// 0  pbkdf2: keyLength must be larger than 0
// 0  pbkdf2: keyLength must be larger than 0
// 0  <nil>
// 0  <nil>
// 1 0c <nil>
// 1 0c <nil>
// 1 6b <nil>
// 1 db <nil>
// 1 82 <nil>
// 20 0c60c80f961f0e71f3a9b524af6012062fe037a6 <nil>
// 20 0c60c80f961f0e71f3a9b524af6012062fe037a6 <nil>
// 20 6b4e26125c25cf21ae35ead955f479ea2e71f6ff <nil>
// 20 db8e037b0757a7ad231ad2cefffad365cad45c4f <nil>
// 20 822650c0737db197fede8d624c33910c38143d45 <nil>
// 41 0c60c80f961f0e71f3a9b524af6012062fe037a6e0f0eb94fe8fc46bdc637164ac2e7a8e3f9d2e83ac <nil>
// 41 0c60c80f961f0e71f3a9b524af6012062fe037a6e0f0eb94fe8fc46bdc637164ac2e7a8e3f9d2e83ac <nil>
// 41 6b4e26125c25cf21ae35ead955f479ea2e71f6ff9e400029f04810eece31355533bb2ed348e604da70 <nil>
// 41 db8e037b0757a7ad231ad2cefffad365cad45c4f8418a437e35cdf1f393b8c2e38437fc4a9cc6d9091 <nil>
// 41 822650c0737db197fede8d624c33910c38143d45349dba61624311915d178b72073449d8bae171c95c <nil>
// 5100 0c60c80f961f0e71f3a9b524af6012062fe037a6e0f0eb94fe8fc46bdc637164ac2e7a8e3f9d2e83ac <nil>
// 5100 0c60c80f961f0e71f3a9b524af6012062fe037a6e0f0eb94fe8fc46bdc637164ac2e7a8e3f9d2e83ac <nil>
// 5100 6b4e26125c25cf21ae35ead955f479ea2e71f6ff9e400029f04810eece31355533bb2ed348e604da70 <nil>
// 5100 db8e037b0757a7ad231ad2cefffad365cad45c4f8418a437e35cdf1f393b8c2e38437fc4a9cc6d9091 <nil>
// 5100 822650c0737db197fede8d624c33910c38143d45349dba61624311915d178b72073449d8bae171c95c <nil>
// 5101 0c60c80f961f0e71f3a9b524af6012062fe037a6e0f0eb94fe8fc46bdc637164ac2e7a8e3f9d2e83ac <nil>
// 5101 0c60c80f961f0e71f3a9b524af6012062fe037a6e0f0eb94fe8fc46bdc637164ac2e7a8e3f9d2e83ac <nil>
// 5101 6b4e26125c25cf21ae35ead955f479ea2e71f6ff9e400029f04810eece31355533bb2ed348e604da70 <nil>
// 0  hkdf: requested key length too large
// 0  hkdf: requested key length too large
// 4c915baedd1773383e77fcfe38114ca7514010adec24b47290ec170208423f76f876ee35e753a3f7 <nil>
// 7f777bccedb2356c3ebab81ddf752e65664ee4248e356e25c3310919860eeb02 <nil>
// 7f777bccedb2356c3ebab81ddf752e65664ee4248e356e25c3310919860eeb02 <nil>
// 84ec44c7d6fc41917953a1dafca3c7d7856f7a9d0328b991b76f0d36be1224b9 <nil>
// panic: runtime error: makeslice: cap out of range
