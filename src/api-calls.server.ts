import { callsOf, type Call } from '#modules/interop/openapi.ts';

const sources = import.meta.glob<string>('./routes/api/v1/**/+server.ts', { query: '?raw', import: 'default', eager: true });

/** Every call that this program answers under /api/v1, read from its own route files: the description cannot forget one. */
export const apiCalls: Call[] = callsOf(
	Object.fromEntries(
		Object.entries(sources).map(([file, source]) => [
			file.replace(/^\.\/routes/, '').replace(/\/\+server\.ts$/, ''),
			[...source.matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm)].map(([, method]) => method ?? '')
		])
	)
);
