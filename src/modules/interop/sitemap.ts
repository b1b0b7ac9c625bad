/** Sitemaps (sitemaps.org): an index, and parts of at most `partSize` addresses. */
export const partSize = 10_000;

export type Address = { path: string; changedAt?: Date | null };

const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export function sitemapIndex(baseUrl: string, parts: string[]): string {
	const entries = parts.map((part) => `<sitemap><loc>${escaped(`${baseUrl}/sitemap/${part}`)}</loc></sitemap>`);
	return `${head}<sitemapindex ${space}>${entries.join('\n')}</sitemapindex>\n`;
}

export function sitemap(baseUrl: string, addresses: Address[]): string {
	const entries = addresses.map(({ path, changedAt }) => {
		const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
		return `<url><loc>${escaped(baseUrl + path)}</loc>${changed}</url>`;
	});
	return `${head}<urlset ${space}>${entries.join('\n')}</urlset>\n`;
}
