/** The files of a form under one name, read whole; empty file inputs are passed over. */
export async function readUploads(data: FormData, name: string): Promise<{ name: string; bytes: Uint8Array }[]> {
	const files = data.getAll(name).filter((part): part is File => typeof part !== 'string' && (part.size > 0 || part.name !== ''));
	return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}
