import { build, type Plugin } from 'vite';

const end = '?inline-script';

/**
 * `import code from './page.ts?inline-script'`: the file with all it needs as the text of one script, for a page that has to work without a server. What would
 * end the script element early is written another way.
 */
export function inlineScript(): Plugin {
	return {
		name: 'inline-script',
		enforce: 'pre',
		async resolveId(source, importer) {
			if (!source.endsWith(end)) return;
			const found = await this.resolve(source.slice(0, -end.length), importer, { skipSelf: true });
			return found && `${found.id}${end}`;
		},
		async load(id) {
			if (!id.endsWith(end)) return;
			const entry = id.slice(0, -end.length);
			this.addWatchFile(entry);
			const built = await build({
				configFile: false,
				logLevel: 'error',
				build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'page', fileName: 'page' } }
			});
			const [{ output } = { output: [] }] = Array.isArray(built) ? built : 'output' in built ? [built] : [];
			const code = output.map((part) => (part.type === 'chunk' ? part.code : '')).join('\n');
			return `export default ${JSON.stringify(code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'))};`;
		}
	};
}
