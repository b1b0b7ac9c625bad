import { readInvoiceFilter } from '#modules/invoices/invoice-filter.ts';
import { listBankEntries } from '#modules/invoices/server/list-bank-entries.ts';
import { listInvoices } from '#modules/invoices/server/list-invoices.ts';
import { whyNotPublish } from '#modules/networks/network.ts';
import { findPublicNetwork } from '#modules/networks/server/find-public-network.ts';
import { listPublicNetworks } from '#modules/networks/server/list-public-networks.ts';
import { cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { placeNetworksAt } from './place-networks.ts';

test('the demo shows a network with members, an alliance over seven sectors and three fields, and a liaison office; each could be published', async ({
	db
}) => {
	await placeNetworksAt({ db, now });
	const ctx = { db, now };
	const networks = await listPublicNetworks(ctx);
	expect(networks.map(({ openness }) => openness).sort()).toEqual(['alliance', 'liaison', 'membership']);
	const pages = [];
	for (const { slug } of networks) pages.push(await findPublicNetwork(ctx, slug));
	for (const { page, members } of pages) {
		expect(whyNotPublish(page), page.name).toEqual([]);
		expect(page.isDemo && page.faces.length && page.voices.length && page.funders.length, page.name).toBeTruthy();
		expect(members.every(({ x, y }) => x !== null && y !== null)).toBe(true);
		expect(page.updates.every(({ on }) => /^2026-\d\d-\d\d$/.test(on ?? ''))).toBe(true);
	}
	const alliance = pages.find(({ page }) => page.openness === 'alliance');
	expect(new Set(alliance?.members.map(({ sector }) => sector)).size).toBe(7);
	expect(alliance?.page.fields).toHaveLength(3);
	const invoices = await listInvoices({ ...ctx, actor: cast.oskar }, 'helle-orte', readInvoiceFilter(new URLSearchParams()));
	expect(new Set(invoices.map(({ state }) => state))).toEqual(new Set(['issued', 'partly_paid', 'paid', 'overpaid', 'cancelled']));
	expect(invoices.some(({ remark }) => remark?.startsWith('Überfällig'))).toBe(true);
	const { entries } = await listBankEntries({ ...ctx, actor: cast.oskar }, 'helle-orte');
	expect(new Set(entries.map(({ proposal }) => proposal.kind))).toEqual(new Set(['exact', 'twice', 'unknown']));
});
