/** Keys of the openers in the demo, so that anybody who tries it can open what comes in. They guard invented concepts only. */
export const demoOpenerKeys = [
	{
		who: 'ines',
		identity: 'AGE-SECRET-KEY-17A90AWXN4X8LH7CXKAMAJNV69A9R956PWQTZ99SSRLTV4FTMS36SRR6Z7T',
		recipient: 'age1ygx8sf40untxyx98l78kq23q2ju7pflw7fl2xv4pv5x22u6rl94qmq20vd'
	},
	{
		who: 'friedrich',
		identity: 'AGE-SECRET-KEY-1MLGHV6W3HV8Y0ANVYN4JPDS3UPTW67X7U6VCF53DWMET6QZH96KQQGY7VC',
		recipient: 'age1swd7yqq825g638w00eqkchckj0dchzsrhmgnpg4leu3nfks7rcwsk4drcg'
	},
	{
		who: 'oskar',
		identity: 'AGE-SECRET-KEY-14GUKE9QQU7HY8QLMP08D85PK26THJY03VGJ7ZJWZ82P7ZE09AJRS52TFXS',
		recipient: 'age1mhzyhcpskwapdpq95seyvmuu0qnety98vuh6fpjug6wuecg9sqpqgqqzg3'
	}
] as const;
