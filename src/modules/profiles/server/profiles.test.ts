import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { folderStore } from '#lib/server/store.ts';
import { listHistory } from '#modules/organisations/server/list-history.ts';
import { isReady, smallPicture, smallSound, writeProfile } from '#testing/profiles.ts';
import { angermuende, cast, neukirchen, organisationOf } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { EditConflict } from '../conflict.ts';
import { beginProfile } from './begin-profile.ts';
import { findProfileFile } from './find-profile-file.ts';
import { findProfile } from './find-profile.ts';
import { findPublicProfile } from './find-public-profile.ts';
import { findVersion, listVersions } from './list-versions.ts';
import { movePart } from './move-part.ts';
import { publishProfile, withdrawProfile } from './publish-profile.ts';
import { releaseVoice } from './release-voice.ts';
import { removePart } from './remove-part.ts';
import { returnToVersion } from './return-to-version.ts';
import { savePart } from './save-part.ts';
import { sweepProfileFiles } from './sweep-profile-files.ts';

const slug = 'angermuende';
const folder = mkdtempSync(join(tmpdir(), 'gr-profil-'));
const store = folderStore(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const words = isReady()[1]?.data as { title: string; text: string };
const voice = { text: 'Ich würde gern wieder tanzen.', name: 'Hanne Prill', function: 'Nachbarin' };
const nameOf = (key: string) => key.replace('profil/', '');

test('a draft is for the own people and the office; a stranger finds nothing, and nothing is public', async ({ as }) => {
	await writeProfile({ as });
	for (const who of ['amira', 'friedrich', null] as const) await expect(findProfile(as(who), slug)).rejects.toMatchObject({ status: 404 });
	expect(await findProfile(as('oskar'), slug)).toMatchObject({ mayWrite: true, published: null, isAhead: true, missing: [] });
	expect(await findPublicProfile(as(null), { ags: angermuende })).toBeNull();
	const reader = { ...cast.jonas, seats: [{ organisationId: organisationOf(angermuende), rights: 'read', ags: angermuende }] as const };
	expect(await findProfile(as(reader), slug)).toMatchObject({ mayWrite: false });
	await expect(publishProfile(as(reader), { slug })).rejects.toMatchObject({ status: 403 });
});

test('the gate names everything; what passes it is public, what is changed later is not', async ({ as }) => {
	await savePart(as('ines'), { slug, kind: 'standing', data: { title: 'Start', text: 'Lorem ipsum dolor sit amet' } });
	await expect(publishProfile(as('ines'), { slug })).rejects.toMatchObject({
		code: 'not-ready',
		message: expect.stringMatching(/Vorstellung.*Platzhalter/)
	});
	const { parts } = await findProfile(as('ines'), slug);
	await removePart(as('ines'), { slug, id: parts[0]?.id ?? '' });
	const [, first = ''] = await writeProfile({ as });
	expect(await publishProfile(as('ines'), { slug })).toBe(1);
	await savePart(as('ines'), { slug, kind: 'standing', id: first, version: 1, data: { ...words, title: 'Ganz neu' } });
	const page = (await findPublicProfile(as(null), { ags: angermuende }))?.page;
	expect(page?.standing.map(({ title }) => title)).toEqual(['Partizipation', 'Zwischennutzung']);
	expect(await findProfile(as('ines'), slug)).toMatchObject({ isAhead: true, published: { number: 1 } });
	await withdrawProfile(as('ines'), { slug, reason: 'Wir bauen um.' });
	expect(await findPublicProfile(as(null), { ags: angermuende })).toBeNull();
});

test('two edit the same part: the second gets both texts, and nothing is lost', async ({ as }) => {
	const [, id = ''] = await writeProfile({ as });
	await savePart(as('oskar'), { slug, kind: 'standing', id, version: 1, data: { ...words, text: `${words.text} Und noch ein Satz.` } });
	const second = savePart(as('ines'), { slug, kind: 'standing', id, version: 1, data: { ...words, title: 'Anders' } });
	const conflict = await second.catch((error: unknown) => error);
	expect(conflict).toBeInstanceOf(EditConflict);
	expect((conflict as EditConflict).theirs).toMatchObject({
		version: 2,
		by: 'Oskar Behrens',
		data: { text: expect.stringContaining('noch ein Satz') }
	});
	await savePart(as('ines'), { slug, kind: 'standing', id, version: 2, data: { ...words, title: 'Anders' } });
	expect((await findProfile(as('ines'), slug)).parts.find((part) => part.id === id)?.data).toMatchObject({ title: 'Anders' });
});

test('a voice appears once released; new words need a new release; taken back, it is gone from everywhere at once', async ({ as }) => {
	await writeProfile({ as });
	const ctx = as('ines');
	const id = await savePart(ctx, { slug, kind: 'voice', data: voice, internalNote: 'am Telefon' });
	await publishProfile(ctx, { slug });
	const shown = async () => (await findPublicProfile(as(null), { ags: angermuende }))?.page.voices.map(({ text }) => text);
	expect(await shown()).toEqual([]);
	await releaseVoice(ctx, { slug, id, released: true, version: 1 });
	await publishProfile(ctx, { slug });
	expect(await shown()).toEqual([voice.text]);
	await savePart(ctx, { slug, kind: 'voice', id, version: 1, data: { ...voice, text: 'Nie gesagt.' } });
	await publishProfile(ctx, { slug });
	expect(await shown()).toEqual([]);
	await expect(releaseVoice(ctx, { slug, id, released: true, version: 1 })).rejects.toMatchObject({ code: 'changed-meanwhile' });
	await returnToVersion(ctx, { slug, number: 2 });
	await publishProfile(ctx, { slug });
	expect(await shown()).toEqual([voice.text]);
	await releaseVoice(ctx, { slug, id, released: false });
	expect(await shown()).toEqual([]);
	expect(JSON.stringify((await listVersions(ctx, slug)).map(({ parts }) => parts))).not.toContain('tanzen');
});

test('back to an earlier version: the draft is what it was, the public page stays until it is published', async ({ as }) => {
	const ctx = as('ines');
	const [, first = '', second = ''] = await writeProfile({ as });
	await publishProfile(ctx, { slug, note: 'Anfang' });
	await removePart(ctx, { slug, id: second });
	await savePart(ctx, { slug, kind: 'standing', data: { ...words, title: 'Makerhub' } });
	await savePart(ctx, { slug, kind: 'standing', id: first, version: 1, data: { ...words, title: 'Beteiligung' } });
	await publishProfile(ctx, { slug });
	await returnToVersion(ctx, { slug, number: 1 });
	const desk = await findProfile(ctx, slug);
	expect(desk.preview.standing.map(({ title }) => title)).toEqual(['Partizipation', 'Zwischennutzung']);
	expect(desk).toMatchObject({ isAhead: true, published: { number: 2 } });
	await expect(savePart(ctx, { slug, kind: 'standing', id: first, version: 2, data: words })).rejects.toMatchObject({
		code: 'changed-meanwhile'
	});
	expect((await listVersions(ctx, slug)).map(({ number, note, by }) => [number, note, by])).toEqual([
		[2, null, cast.ines.name],
		[1, 'Anfang', cast.ines.name]
	]);
	await expect(findVersion(ctx, { slug, number: 9 })).rejects.toMatchObject({ status: 404 });
});

test('parts change places, and there is one introduction', async ({ as }) => {
	const [, , second = ''] = await writeProfile({ as });
	await movePart(as('ines'), { slug, id: second, up: true });
	await movePart(as('ines'), { slug, id: second, up: true });
	expect((await findProfile(as('ines'), slug)).preview.standing.map(({ title }) => title)).toEqual(['Zwischennutzung', 'Partizipation']);
	await expect(savePart(as('ines'), { slug, kind: 'intro', data: words })).rejects.toMatchObject({ code: 'already-there' });
});

test('files are told by their bytes and seen by everybody only while a published page shows them', async ({ db, as }) => {
	const ctx = as('ines');
	await writeProfile({ as });
	const upload = async (name: string, bytes: Uint8Array) => ({ store, upload: { name, bytes } });
	const data = { alt: 'Ein Platz', credit: 'Ines' };
	await expect(savePart(ctx, { slug, kind: 'picture', data })).rejects.toMatchObject({ code: 'no-file', status: 422 });
	await expect(savePart(ctx, { slug, kind: 'picture', data, file: await upload('a.jpg', smallSound()) })).rejects.toMatchObject({
		field: 'file'
	});
	await expect(
		savePart(ctx, { slug, kind: 'recording', data: { title: 'x' }, file: await upload('a.mp3', await smallPicture()) })
	).rejects.toMatchObject({
		field: 'file'
	});
	const id = await savePart(ctx, { slug, kind: 'picture', data, file: await upload('platz.png', await smallPicture()) });
	await savePart(ctx, {
		slug,
		kind: 'recording',
		data: { title: 'Lied', transcript: 'La la.' },
		file: await upload('lied.mp3', smallSound())
	});
	const { parts } = await findProfile(ctx, slug);
	const keys = parts.flatMap(({ file }) => (file ? [file.key] : []));
	for (const key of keys) {
		await expect(findProfileFile(as(null), nameOf(key))).rejects.toMatchObject({ status: 404 });
		expect(await findProfileFile(ctx, nameOf(key))).toMatchObject({ isPublic: false });
	}
	await publishProfile(ctx, { slug });
	for (const key of keys) expect(await findProfileFile(as(null), nameOf(key))).toMatchObject({ isPublic: true });
	await removePart(ctx, { slug, id, everywhere: true });
	expect((await findPublicProfile(as(null), { ags: angermuende }))?.page.gallery).toEqual([]);
	const later = { db, actor: null, now: new Date(now.getTime() + 3 * 86_400_000) };
	expect([await sweepProfileFiles({ db, actor: null, now }, { store }), await sweepProfileFiles(later, { store })]).toEqual([0, 1]);
	const left = (await Array.fromAsync(store.keys())).map((key) => key.split('.').at(-1));
	expect(left).toEqual(['mp3']);
});

test('the office begins for a municipality that nobody represents; the history says that it acted in its place', async ({ as }) => {
	await expect(beginProfile(as('ines'), neukirchen)).rejects.toMatchObject({ status: 403 });
	const other = await beginProfile(as('oskar'), neukirchen);
	await savePart(as('oskar'), { slug: other, kind: 'next', data: words });
	const { owner } = await findProfile(as('oskar'), other);
	expect((await listHistory(as('oskar'), { organisationId: owner.id })).map(({ kind, onBehalf }) => [kind, onBehalf])).toContainEqual([
		'profile.part_saved',
		true
	]);
});
