import type { ContentKind } from '#modules/people/content.ts';

/** What everybody can see under an address of its own. */
export type PublicKind = Exclude<ContentKind, 'message'>;

/** The first part of an address of this platform, and what stands there. */
const kindsByPath: Record<string, PublicKind> = {
	raeume: 'space',
	gesuche: 'request',
	orte: 'place',
	kommunen: 'profile',
	organisationen: 'organisation',
	beratung: 'offer',
	termine: 'viewing',
	netzwerke: 'network',
	gruppen: 'group',
	geschichten: 'story',
	verfahren: 'procedure'
};

/** Which content an address names: a path like "/raeume/alte-schule" or the whole address out of a browser; null where it names none. */
export function contentAt(address: string): { kind: PublicKind; key: string } | null {
	const path = address
		.trim()
		.replace(/^https?:\/\/[^/]*/i, '')
		.split(/[?#]/)[0];
	const [, first = '', key = '', more = ''] = path?.split('/') ?? [];
	const kind = Object.hasOwn(kindsByPath, first) ? kindsByPath[first] : undefined;
	return kind && !more && /^[a-z0-9-]{1,200}$/.test(key) ? { kind, key } : null;
}
