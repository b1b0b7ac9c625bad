import { expect, inject, test } from 'vitest';
import { routes } from '../src/testing/access/routes.ts';
import { cast, type CastName } from '../src/testing/cast.ts';
import { cookieFor } from './support/people.ts';

const patterns = Object.keys(routes).map((route) => {
	const source = route.replace(/[.*+?^${}()|\\]/g, '\\$&').replace(/\[[^\]]+\]/g, '[^/]+');
	return { route, is: new RegExp(`^${source}/?$`), parts: (route.match(/\[/g) ?? []).length };
});
patterns.sort((a, b) => a.parts - b.parts);
const routeOf = (path: string) => patterns.find(({ is }) => is.test(path))?.route ?? path;

type Link = { path: string; from: string };
/** Of pages of the same kind two are enough. */
const samples = 2;
/** What leaves the session, asks another server or hands out a file of many megabytes. */
const untouched = /^\/(abmelden|anmelden\/dienst\/[^/]+\/los|konto\/daten\/export|dev\/)/;

async function linksOf(path: string, cookie: string): Promise<{ status: number; links: string[] }> {
	const base = inject('baseUrl');
	const response = await fetch(base + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
	const body = await response.text();
	const found = (response.headers.get('content-type') ?? '').startsWith('text/html') ? [...body.matchAll(/\shref="([^"#]+)/g)] : [];
	const addresses = found.map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), base + path));
	const moved = response.headers.get('location');
	if (moved) addresses.push(new URL(moved, base + path));
	return { status: response.status, links: addresses.filter(({ origin }) => origin === base).map((url) => url.pathname + url.search) };
}

/** A link leads nowhere when the page still shows it: journeys beside this one end and withdraw things. */
async function isStillThere({ path, from }: Link, cookie: string): Promise<boolean> {
	return (await linksOf(from, cookie)).links.includes(path);
}

/** News in the account may speak of what is gone by now; a door that is closed to whoever reads them they may not show. */
const isOldNews = (status: number, { from }: Link): boolean => from === '/konto' && (status === 404 || status === 410);

async function deadLinksFor(cookie: string, start: string[]): Promise<{ dead: string[]; seen: number }> {
	const visits = new Map<string, number>();
	const known = new Set<string>();
	const dead: string[] = [];
	const queue: Link[] = start.map((path) => ({ path, from: path }));
	for (let link = queue.shift(); link; link = queue.shift()) {
		const route = routeOf(link.path.split('?')[0] ?? '');
		const times = visits.get(route) ?? 0;
		if (known.has(link.path) || times >= samples || untouched.test(link.path)) continue;
		known.add(link.path);
		visits.set(route, times + 1);
		const { status, links } = await linksOf(link.path, cookie);
		if (status >= 400 && !isOldNews(status, link) && (await isStillThere(link, cookie)))
			dead.push(`${status} ${link.path} (from ${link.from})`);
		for (const path of links) queue.push({ path, from: link.path });
	}
	return { dead, seen: visits.size };
}

test.for<CastName | 'guest'>(['guest', ...(Object.keys(cast) as CastName[])])(
	'no page shows %s a link that ends before a closed door',
	{ timeout: 120_000 },
	async (who) => {
		const cookie = who === 'guest' ? '' : await cookieFor(cast[who]);
		const { dead, seen } = await deadLinksFor(cookie, who === 'guest' ? ['/'] : ['/', '/konto']);
		expect(seen).toBeGreaterThan(who === 'guest' ? 20 : 30);
		expect(dead).toEqual([]);
	}
);
