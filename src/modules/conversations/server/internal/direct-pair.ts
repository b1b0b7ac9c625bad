/** The two of a direct conversation in the order in which they are kept. */
export function directPair(memberIds: readonly string[]): readonly [string, string] {
	const [first, second, ...more] = [...new Set(memberIds)].sort();
	if (!first || !second || more.length) throw new TypeError('a direct conversation is between two people');
	return [first, second];
}
