type ImportKey = (format: string, raw: Uint8Array, ...more: unknown[]) => Promise<CryptoKey>;
type Verify = (...asked: [name: object, key: CryptoKey, signature: Uint8Array, data: Uint8Array]) => Promise<boolean>;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/**
 * The same signature under the same key over the same bytes is computed once and then remembered: a test that changes one thing of a record verifies all the
 * others with it, thousands of times. What was changed is another question, and computed. Returns how to end it.
 */
export function rememberSignatures(): () => void {
	const { subtle } = crypto;
	const plain = { importKey: subtle.importKey, verify: subtle.verify };
	const [importKey, verify] = [plain.importKey.bind(subtle) as ImportKey, plain.verify.bind(subtle) as Verify];
	const keys = new Map<string, Promise<CryptoKey>>();
	const answers = new WeakMap<CryptoKey, Map<string, Promise<boolean>>>();
	const remembered: { importKey: ImportKey; verify: Verify } = {
		importKey: (format, raw, ...more) => {
			const name = hex(raw);
			if (!keys.has(name)) keys.set(name, importKey(format, raw, ...more));
			return keys.get(name) as Promise<CryptoKey>;
		},
		verify: (...asked) => {
			const [, key, signature, data] = asked;
			const known = answers.get(key) ?? new Map<string, Promise<boolean>>();
			answers.set(key, known);
			const question = `${hex(signature)} ${hex(data)}`;
			if (!known.has(question)) known.set(question, verify(...asked));
			return known.get(question) as Promise<boolean>;
		}
	};
	Object.assign(subtle, remembered);
	return () => void Object.assign(subtle, plain);
}
