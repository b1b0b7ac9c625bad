/** The key that a form brings, pasted or as a file; a file is read as text and kept nowhere. */
export async function readKey(data: FormData, pasted: string): Promise<string> {
	if (pasted.trim()) return pasted;
	const files = [...data.values()].filter((part): part is File => typeof part !== 'string' && part.size > 0 && part.size < 10_000);
	return files[0]?.text() ?? '';
}
