import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { publicVersion } from '#lib/server/page-cache.ts';
import { cases } from '#modules/cases/server/case-tables.ts';
import { stepCase } from '#modules/cases/server/step-case.ts';
import { plantCase } from '#testing/cases.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { plantPublicStory, plantStory, storyInput } from '#testing/stories.ts';
import { expect, test } from '#testing/world.ts';
import { readStoryFilter } from '../story-filter.ts';
import { beginStory } from './begin-story.ts';
import { releaseVoice, removeVoice, saveVoice } from './change-voices.ts';
import { removeTurn, saveTurn } from './change-turns.ts';
import { findStory, listStories } from './find-story.ts';
import { findPictureFile, findPublicStory, listPublicStories, viewStories } from './list-public-stories.ts';
import { saveStory } from './save-story.ts';
import { setPicture } from './set-picture.ts';
import { stepStory } from './step-story.ts';
import { stories } from './tables.ts';
import { sweepStoryFiles } from './sweep-story-files.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);

test('a case that has ended begins a draft with what may be known, once; one that is open does not', async ({ db, as }) => {
	const { id: open } = await plantCase({ db, as });
	expect(await refusalOf(beginStory(as('ines'), { caseId: open }))).toBe('409 not-closed');
	const { id, storyId } = await plantStory({ db, as });
	expect(await beginStory(as('ines'), { caseId: id })).toBe(storyId);
	await stepCase(as('ines'), { id: open, input: { step: 'close', outcome: 'no_match', lesson: 'Zu weit.' } });
	const fresh = await findStory(as('ines'), await beginStory(as('ines'), { caseId: open }));
	expect(fresh.row).toMatchObject({ title: 'Ein Haus in Angermünde: nichts Passendes gefunden', lesson: 'Zu weit.', lead: '', text: '' });
	expect(JSON.stringify(fresh.page)).not.toContain(cast.hanna.name);
	expect((await listStories(as('ines'))).length).toBe(2);
	expect(await refusalOf(findStory(as('friedrich'), storyId))).toBe('404 not-found');
});

test('published after a preview it is for everybody, on the page of the town; taken back its address says so', async ({ db, as }) => {
	const { storyId, id } = await plantStory({ db, as });
	const guest = as(null);
	expect(await listPublicStories(guest, { ags: angermuende })).toEqual([]);
	await saveStory(as('ines'), { id: storyId, input: storyInput({ title: 'Kurz', lead: '' }) });
	expect(await refusalOf(stepStory(as('ines'), { id: storyId, step: 'publish' }))).toBe('409 no-title');
	await saveStory(as('ines'), { id: storyId, input: storyInput() });
	await stepStory(as('ines'), { id: storyId, step: 'publish' });
	const [told] = await listPublicStories(guest, { ags: angermuende });
	expect(told).toMatchObject({
		slug: 'ein-gasthof-mit-drei-schluesseln',
		outcome: 'let',
		municipality: { name: 'Angermünde', state: 'Brandenburg' }
	});
	for (const secret of [cast.hanna.name, cast.hanna.email, 'Erbengemeinschaft', 'Früher fragen.'])
		expect(JSON.stringify(told)).not.toContain(secret);
	const filtered = async (query: string) => (await viewStories(guest, readStoryFilter(new URLSearchParams(query)))).total;
	expect([
		await filtered('art=inn'),
		await filtered('nutzung=gastronomy'),
		await filtered('land=12'),
		await filtered('land=09'),
		await filtered('art=school')
	]).toEqual([1, 1, 1, 0, 0]);
	await saveStory(as('ines'), { id: storyId, input: storyInput({ lead: 'Ein ganz anderer Satz als vorher.' }) });
	expect((await findPublicStory(guest, told?.slug ?? '')).lead).toContain('am Ende ein Café');
	await stepStory(as('ines'), { id: storyId, step: 'renew' });
	expect((await findPublicStory(guest, told?.slug ?? '')).lead).toContain('anderer Satz');
	await stepStory(as('ines'), { id: storyId, step: 'withdraw' });
	expect(await refusalOf(findPublicStory(guest, told?.slug ?? ''))).toBe('410 gone');
	expect(await refusalOf(findPublicStory(guest, 'gibt-es-nicht'))).toBe('404 not-found');
	expect(await refusalOf(stepStory(as('ines'), { id: storyId, step: 'renew' }))).toBe('409 not-from-here');
	await db.delete(cases).where(eq(cases.id, id));
	await stepStory(as('ines'), { id: storyId, step: 'publish' });
	expect((await findPublicStory(guest, told?.slug ?? '')).title).toBe(told?.title);
	expect(await refusalOf(findStory(as('friedrich'), storyId))).toBe('404 not-found');
});

test('a voice is heard after its release only, in exactly these words, and leaves the page the moment it is taken back', async ({
	db,
	as
}) => {
	const { storyId } = await plantPublicStory({ db, as });
	const [ines, guest] = [as('ines'), as(null)];
	const voicesOf = async () => (await findPublicStory(guest, 'ein-gasthof-mit-drei-schluesseln')).voices.map(({ text }) => text);
	await saveVoice(ines, { id: storyId, input: { said: 'Ich hätte früher reden sollen.', name: cast.hanna.name, role: 'Eigentümerin' } });
	const [voice] = (await findStory(ines, storyId)).voices;
	const voiceId = voice?.id ?? '';
	await stepStory(ines, { id: storyId, step: 'renew' });
	expect(await voicesOf()).toEqual([]);
	await releaseVoice(ines, { id: storyId, voiceId, how: 'am Telefon' });
	expect(await voicesOf()).toEqual([]);
	await stepStory(ines, { id: storyId, step: 'renew' });
	expect(await voicesOf()).toEqual(['Ich hätte früher reden sollen.']);
	await saveVoice(ines, { id: storyId, input: { voiceId, said: 'Andere Worte.', name: cast.hanna.name, role: 'Eigentümerin' } });
	expect(await voicesOf()).toEqual([]);
	await releaseVoice(ines, { id: storyId, voiceId, how: 'per Mail' });
	await stepStory(ines, { id: storyId, step: 'renew' });
	expect(await voicesOf()).toEqual(['Andere Worte.']);
	await releaseVoice(ines, { id: storyId, voiceId, how: null });
	expect(await voicesOf()).toEqual([]);
	await removeVoice(ines, { id: storyId, voiceId });
	expect((await findStory(ines, storyId)).voices).toEqual([]);
	expect(await refusalOf(releaseVoice(ines, { id: storyId, voiceId, how: 'x' }))).toBe('404 not-found');
});

test('hurdles stay in their order; a party that is named keeps the story back', async ({ db, as }) => {
	const { storyId } = await plantStory({ db, as });
	await saveTurn(as('ines'), { id: storyId, input: { hurdle: 'Brandschutz', solution: 'Erst fragen, dann planen.' } });
	const { turns } = await findStory(as('ines'), storyId);
	expect(turns.map(({ hurdle }) => hurdle)).toEqual(['Drei Erben, keine Einigung', 'Brandschutz']);
	await saveTurn(as('ines'), { id: storyId, input: { turnId: turns[0]?.id, hurdle: `${cast.hanna.name} zögerte`, solution: 'Zeit' } });
	expect((await findStory(as('ines'), storyId)).against.map(({ code }) => code)).toEqual(['named']);
	expect(await refusalOf(stepStory(as('ines'), { id: storyId, step: 'publish' }))).toBe('409 named');
	await removeTurn(as('ines'), { id: storyId, turnId: turns[0]?.id ?? '' });
	await stepStory(as('ines'), { id: storyId, step: 'publish' });
});

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('a picture is seen by others once it stands on the published page, and is swept when nobody shows it any more', async ({ db, as }) => {
	const { storyId } = await plantPublicStory({ db, as });
	const files = new Map<string, Uint8Array>();
	const store = {
		...{ put: async (key: string, bytes: Uint8Array) => void files.set(key, bytes), get: async (key: string) => files.get(key) ?? null },
		...{ stream: async () => null, delete: async (key: string) => void files.delete(key), stat: async () => null },
		keys: async function* () {
			yield* [...files.keys()];
		}
	};
	const upload = { name: 'haus.png', bytes: new Uint8Array(pixel) };
	const set = (input: { alt?: string; credit?: string }) => setPicture(as('ines'), { id: storyId, input, upload, store });
	expect(await refusalOf(setPicture(as('ines'), { id: storyId, input: {}, store }))).toBe('422 no-file');
	await set({});
	expect(await refusalOf(stepStory(as('ines'), { id: storyId, step: 'renew' }))).toBe('409 no-alt');
	await set({ alt: 'Der Gasthof im Regen', credit: 'Stadt Angermünde' });
	const [row] = await db.select().from(stories).where(eq(stories.id, storyId));
	const name = (row?.pictureKey ?? '').replace('stories/', '');
	expect(await refusalOf(findPictureFile(as(null), name))).toBe('404 not-found');
	expect(await findPictureFile(as('ines'), name)).toMatchObject({ isPublic: false });
	await stepStory(as('ines'), { id: storyId, step: 'renew' });
	expect(await findPictureFile(as(null), name)).toMatchObject({ isPublic: true });
	const later = { ...as(null), now: new Date(Date.now() + 5 * 86_400_000) };
	expect(await sweepStoryFiles(later, { store })).toBe(1);
	expect([...files.keys()]).toEqual([row?.pictureKey]);
});

test('a page that is kept for guests is made anew when a story is published', async ({ pool }) => {
	const { rows } = await pool.query("select tgname from pg_trigger where tgrelid = 'story_pages'::regclass and tgname = 'public_change'");
	expect(rows).toHaveLength(1);
	expect(await publicVersion(pool)()).toMatch(/^\d+-\d+-/);
});
