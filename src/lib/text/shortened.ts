/** At most so many characters, with a mark where something was left out; never half a letter, which neither JSON nor the database takes. */
export function shortened(text: string, most: number): string {
	if (text.length <= most) return text;
	const cut = text.slice(0, most - 1);
	return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
