import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { folderStore, type Store } from '#lib/server/store.ts';
import { findLogo, removeLogo, saveLogo } from '#modules/organisations/server/save-logo.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import { foundOrganisation } from '#modules/organisations/server/found-organisation.ts';
import { angermuende, cast, organisationOf } from '#testing/cast.ts';
import { aLogo } from '#testing/logos.ts';
import { plantNetwork } from '#testing/networks.ts';
import { expect, test } from '#testing/world.ts';
import { findNetwork } from './find-network.ts';
import { findPublicNetwork } from './find-public-network.ts';
import { publishNetwork } from './publish-network.ts';
import { findNetworkLogo, removeNetworkLogo, saveNetworkLogo } from './save-network-logo.ts';
import { savePart } from './save-part.ts';
import { sweepLogos } from './sweep-logos.ts';

const store = folderStore(mkdtempSync(join(tmpdir(), 'gr-logo-')));
const text = (name: string, words: string) => ({ name, bytes: new TextEncoder().encode(words) });
const nameOf = (key: string | undefined) => key?.replace('logo/', '') ?? '';
const filesIn = async (kept: Store) => {
	let n = 0;
	for await (const _ of kept.keys()) n++;
	return n;
};

test('an organisation shows its logo, drawn afresh and with words; a new one takes the place of the old one', async ({ as }) => {
	const id = organisationOf(angermuende);
	await saveLogo(as('ines'), { id, store, upload: await aLogo(), alt: 'Adler über drei Wellen' });
	const { logo } = await findOrganisation(as(null), id);
	expect(logo?.alt).toBe('Adler über drei Wellen');
	const file = Buffer.from((await store.get(logo?.key ?? '')) ?? []);
	expect([(await sharp(file).metadata()).format, file.includes('Spionagekamera')]).toEqual(['webp', false]);
	expect((await sharp(file).metadata()).hasAlpha).toBe(true);
	expect(await findLogo(as(null), nameOf(logo?.key))).toMatchObject({ isPublic: true });
	await saveLogo(as('ines'), { id, store, alt: 'Adler' });
	expect((await findOrganisation(as(null), id)).logo).toEqual({ key: logo?.key, alt: 'Adler' });
	await saveLogo(as('ines'), { id, store, upload: await aLogo(), alt: 'Adler, neu' });
	expect(await store.get(logo?.key ?? '')).toBeNull();
	await removeLogo(as('ines'), { id, store });
	expect((await findOrganisation(as(null), id)).logo).toBeNull();
	expect(await filesIn(store)).toBe(0);
	await expect(saveLogo(as('friedrich'), { id, store, upload: await aLogo(), alt: 'x' })).rejects.toMatchObject({ status: 403 });
});

test.for([
	['zeichnung.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'weder ein Bild'],
	['logo.png', '%PDF-1.7\n%%EOF', 'ist ein PDF'],
	['leer.png', '', 'ist leer']
] as const)('%s is told by its bytes and refused with a sentence', async ([name, words, sentence], { as }) => {
	const wish = { id: organisationOf(angermuende), store, upload: text(name, words), alt: 'x' };
	await expect(saveLogo(as('ines'), wish)).rejects.toMatchObject({
		status: 422,
		field: 'logo',
		message: expect.stringContaining(sentence)
	});
});

test('nobody outside sees the logo of an organisation that is not shown, and an address that is made up finds nothing', async ({ as }) => {
	const id = await foundOrganisation(as('amira'), { name: 'Werkhof', kind: 'initiative', ort: angermuende });
	const founder = as({ ...cast.amira, seats: [{ organisationId: id, rights: 'manage', ags: null }] });
	await saveLogo(founder, { id, store, upload: await aLogo(), alt: 'Werkhof' });
	const name = nameOf((await findOrganisation(founder, id)).logo?.key);
	expect(await findLogo(as(null), name)).toBeNull();
	expect(await findLogo(founder, name)).toMatchObject({ isPublic: false });
	for (const made of ['../secrets.webp', '00000000-0000-4000-8000-000000000000.webp', `${name}.exe`])
		expect(await findLogo(founder, made)).toBeNull();
	await removeLogo(founder, { id, store });
});

test('logos of a network and of its funders are seen with the next publication; the old one stays until then', async ({ as, db }) => {
	const { slug } = await plantNetwork({ as, db });
	await saveNetworkLogo(as('oskar'), { slug, store, upload: await aLogo(), alt: 'Netz' });
	const part = await savePart(as('oskar'), { slug, kind: 'funder', data: { title: 'Bund', text: 'Gefördert durch …' }, isReleased: false });
	await saveNetworkLogo(as('oskar'), { slug, part, store, upload: await aLogo(), alt: 'Wappen' });
	const before = (await findNetwork(as('oskar'), slug)).network.logo ?? '';
	expect(await findNetworkLogo(as(null), nameOf(before))).toBeNull();
	expect(await findNetworkLogo(as('oskar'), nameOf(before))).toMatchObject({ isPublic: false });
	await publishNetwork(as('oskar'), slug);
	const { page } = await findPublicNetwork(as(null), slug);
	expect([page.logo?.alt, page.funders[0]?.logo?.alt]).toEqual(['Netz', 'Wappen']);
	expect(await findNetworkLogo(as(null), nameOf(before))).toMatchObject({ isPublic: true });
	await saveNetworkLogo(as('oskar'), { slug, store, upload: await aLogo(), alt: 'Netz, neu' });
	expect(await store.get(before)).not.toBeNull();
	await publishNetwork(as('oskar'), slug);
	const later = { ...as(null), now: new Date(Date.now() + 3 * 86_400_000) };
	expect(await sweepLogos({ ...later, now: new Date() }, { store })).toBe(0);
	expect(await sweepLogos(later, { store })).toBe(1);
	expect(await store.get(before)).toBeNull();
	await removeNetworkLogo(as('oskar'), { slug, part, store });
	await removeNetworkLogo(as('oskar'), { slug, store });
	await publishNetwork(as('oskar'), slug);
	expect((await findPublicNetwork(as(null), slug)).page).toMatchObject({ logo: null, funders: [{ logo: null }] });
	await expect(saveNetworkLogo(as('ines'), { slug, store, upload: await aLogo(), alt: 'x' })).rejects.toMatchObject({ status: 404 });
});
