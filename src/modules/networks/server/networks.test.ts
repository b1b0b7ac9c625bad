import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Actor } from '#modules/people/actor.ts';
import { networkInput, plantNetwork } from '#testing/networks.ts';
import { expect, now, test } from '#testing/world.ts';
import { createNetwork } from './create-network.ts';
import { endRole } from './end-role.ts';
import { findNetwork } from './find-network.ts';
import { findPublicNetwork } from './find-public-network.ts';
import { listOwnNetworks } from './list-own-networks.ts';
import { movePart } from './move-part.ts';
import { publishNetwork, withdrawNetwork } from './publish-network.ts';
import { savePart } from './save-part.ts';
import { saveRole } from './save-role.ts';
import { saveValues } from './save-values.ts';
import { networkPages } from './tables.ts';
import { updateNetwork } from './update-network.ts';

const secret = 'qzxleck';

test('a new network is seen by its office alone, until it is published', async ({ as }) => {
	const { slug } = await createNetwork(as('oskar'), { name: 'Stille Orte', openness: 'membership' });
	expect(slug).toBe('stille-orte');
	await expect(findPublicNetwork(as(null), slug)).rejects.toMatchObject({ status: 404 });
	for (const who of ['amira', 'ines', null] as const) await expect(findNetwork(as(who), slug)).rejects.toMatchObject({ status: 404 });
	expect(await findNetwork(as('oskar'), slug)).toMatchObject({ isAhead: true, publishedAt: null, may: { run: true } });
	await expect(createNetwork(as('oskar'), { name: 'stille Orte', openness: 'alliance' })).rejects.toMatchObject({ code: 'name-taken' });
});

test('publishing says everything that is missing, and a placeholder counts as missing', async ({ as }) => {
	const { slug } = await createNetwork(as('oskar'), { name: 'Leere Orte', openness: 'alliance' });
	await savePart(as('oskar'), {
		slug,
		kind: 'section',
		data: { title: 'Über uns', text: 'Lorem ipsum dolor', block: 'text' },
		isReleased: false
	});
	await expect(publishNetwork(as('oskar'), slug)).rejects.toMatchObject({
		code: 'not-ready',
		message: expect.stringMatching(/Zusammenfassung.*Adresse.*Werten.*Platzhalter/)
	});
});

test('what is changed afterwards stays inside until it is published again', async ({ db, as }) => {
	const { slug } = await plantNetwork({ db, as });
	expect(await findNetwork(as('oskar'), slug)).toMatchObject({ isAhead: false });
	await updateNetwork(as('oskar'), { slug, input: networkInput({ tagline: 'ganz neu', version: 2 }) });
	expect((await findPublicNetwork(as(null), slug)).page.tagline).toBe('Wir proben');
	expect(await findNetwork(as('oskar'), slug)).toMatchObject({ isAhead: true });
	await publishNetwork(as('oskar'), slug);
	expect((await findPublicNetwork(as(null), slug)).page.tagline).toBe('ganz neu');
	await withdrawNetwork(as('oskar'), { slug });
	await expect(findPublicNetwork(as(null), slug)).rejects.toMatchObject({ status: 404 });
});

test('two who save at the same moment: the second is told', async ({ db, as }) => {
	const { slug } = await plantNetwork({ db, as });
	await updateNetwork(as('oskar'), { slug, input: networkInput({ version: 2 }) });
	await expect(updateNetwork(as('renate'), { slug, input: networkInput({ version: 2 }) })).rejects.toMatchObject({
		code: 'changed-meanwhile'
	});
});

test('a voice without release, a note, a question of the admission: none of it is on the page', async ({ db, as }) => {
	const { slug } = await plantNetwork({ db, as });
	const ctx = as('oskar');
	const quote = (text: string) => ({ text, name: 'Tilo Brandt', function: 'Kämmerer' });
	await savePart(ctx, { slug, kind: 'voice', data: quote(`${secret} zurückgehalten`), isReleased: false });
	const id = await savePart(ctx, { slug, kind: 'voice', data: quote('Gut so.'), isReleased: true, internalNote: `${secret} am Telefon` });
	await savePart(ctx, { slug, kind: 'question', data: { title: `${secret} Frage`, required: true }, isReleased: false });
	await saveRole(ctx, { slug, input: { role: 'founder', name: `${secret} Gründer`, isReleased: false } });
	await saveRole(ctx, { slug, input: { role: 'editor', name: `${secret} Redaktion`, isReleased: true } });
	await saveRole(ctx, { slug, input: { role: 'ambassador', name: 'Elke Thomsen', isReleased: true, internalNote: secret } });
	await publishNetwork(ctx, slug);
	const { page } = await findPublicNetwork(as(null), slug);
	expect(page.voices.map(({ text }) => text)).toEqual(['Gut so.']);
	expect(page.faces.map(({ name }) => name)).toEqual(['Elke Thomsen']);
	expect(JSON.stringify(await db.select().from(networkPages))).not.toContain(secret);
	await savePart(ctx, { slug, kind: 'voice', id, data: quote('Gut so.'), isReleased: false });
	await publishNetwork(ctx, slug);
	expect((await findPublicNetwork(as(null), slug)).page.voices).toEqual([]);
});

test('sections stand in the order in which they were put', async ({ db, as }) => {
	const { slug } = await plantNetwork({ db, as });
	const id = await savePart(as('oskar'), {
		slug,
		kind: 'section',
		data: { title: 'Zweitens', text: 'x', block: 'text' },
		isReleased: false
	});
	await movePart(as('oskar'), { slug, id, up: true });
	await movePart(as('oskar'), { slug, id, up: true });
	expect((await findNetwork(as('oskar'), slug)).preview.sections.map(({ title }) => title)).toEqual(['Zweitens', 'Was wir sind']);
});

test('an ambassador is shown while the term runs, the first and the last day included', async ({ db, as }) => {
	const { slug } = await plantNetwork({ db, as });
	await saveRole(as('oskar'), {
		slug,
		input: { role: 'ambassador', name: 'Elke Thomsen', startsOn: '2027-01-01', endsOn: '2027-12-31', isReleased: true }
	});
	await publishNetwork(as('oskar'), slug);
	const shownOn = async (day: string) => (await findPublicNetwork({ db, now: new Date(`${day}T11:00:00Z`) }, slug)).page.faces.length;
	expect([await shownOn('2026-12-31'), await shownOn('2027-01-01'), await shownOn('2027-12-31'), await shownOn('2028-01-01')]).toEqual([
		0, 1, 1, 0
	]);
});

test('every version of the values stays, and the same words are no new version', async ({ db, as }) => {
	const { slug } = await plantNetwork({ db, as });
	expect(await saveValues(as('oskar'), { slug, input: { text: 'Wir teilen.' } })).toBe(1);
	await expect(saveValues(as('oskar'), { slug, input: { text: 'Wir teilen.' } })).rejects.toMatchObject({ code: 'unchanged' });
	expect(await saveValues(as('oskar'), { slug, input: { text: 'Wir teilen gern.' } })).toBe(2);
	await publishNetwork(as('oskar'), slug);
	expect((await findPublicNetwork(as(null), slug)).page.values).toMatchObject({ version: 2, text: 'Wir teilen gern.' });
});

/** Somebody with an account and no office of the installation. */
async function somebody(db: Parameters<typeof plantNetwork>[0]['db'], name: string): Promise<Actor> {
	const id = newId();
	await db.insert(people).values({ id, name, email: `${id}@netz.example` });
	return { id, name, email: `${id}@netz.example`, grants: [] };
}

test('a role opens its own network only, as far as it reaches, and no longer than its term', async ({ db, as }) => {
	const own = await plantNetwork({ db, as });
	const other = await plantNetwork({ db, as }, { name: 'Anderes Netz' });
	const editor = await somebody(db, 'Rita Redaktion');
	const id = await saveRole(as('oskar'), {
		slug: own.slug,
		input: { role: 'editor', name: editor.name, email: editor.email, isReleased: false }
	});
	const data = { title: 'Frage', text: 'Antwort' };
	const write = (slug: string, on = now) => savePart({ ...as(editor), now: on }, { slug, kind: 'faq', data, isReleased: false });
	await write(own.slug);
	expect((await listOwnNetworks(as(editor))).map(({ slug }) => slug)).toEqual([own.slug]);
	await expect(write(other.slug)).rejects.toMatchObject({ status: 404 });
	for (const run of [
		() => publishNetwork(as(editor), own.slug),
		() => saveValues(as(editor), { slug: own.slug, input: { text: 'x' } }),
		() => updateNetwork(as(editor), { slug: own.slug, input: networkInput() }),
		() => saveRole(as(editor), { slug: own.slug, input: { role: 'office', name: 'ich', isReleased: false } })
	])
		await expect(run()).rejects.toMatchObject({ status: 403 });
	await expect(publishNetwork(as(editor), other.slug)).rejects.toMatchObject({ status: 404 });
	await endRole(as('oskar'), { slug: own.slug, id });
	await expect(write(own.slug)).rejects.toMatchObject({ status: 404 });
});

test('the office of the installation runs no network that others began; the last office of a network cannot leave', async ({ db, as }) => {
	const { slug } = await plantNetwork({ db, as });
	const colleague: Actor = { ...(await somebody(db, 'Kollegin')), grants: [{ role: 'office' }] };
	await expect(findNetwork(as(colleague), slug)).rejects.toMatchObject({ status: 404 });
	await expect(publishNetwork(as(colleague), slug)).rejects.toMatchObject({ status: 404 });
	const { roles } = await findNetwork(as('oskar'), slug);
	await expect(endRole(as('oskar'), { slug, id: roles[0]?.id ?? '' })).rejects.toMatchObject({ code: 'last-office' });
	await db.delete(networkPages).where(eq(networkPages.slug, slug));
});
