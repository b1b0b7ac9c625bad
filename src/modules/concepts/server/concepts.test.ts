import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { commitmentTo, hashOfBody } from '#modules/records/entry.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { releaseSeal } from '#modules/seals/server/release-seal.ts';
import { sealShares, seals } from '#modules/seals/server/tables.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { costsFor, fillConcept, pdf, plantConcept, plantDraft, textsFor } from '#testing/concepts.ts';
import { plantOpenProcedure } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { beginForm } from '../forms.ts';
import { addFile, removeFile } from './add-file.ts';
import { beginConcept } from './begin-concept.ts';
import { findConcept, findConceptHead, findOwnFile, findReceipt, listOwnConcepts } from './find-concept.ts';
import { findOpening } from './find-opening.ts';
import { handKey } from './hand-key.ts';
import { inviteConcepts } from './invite-concepts.ts';
import { acceptWriterInvitation, findWriterInvitation, inviteWriter, withdrawWriterInvitation } from './invite-writer.ts';
import { handOverConcept, leaveConcept, removeWriter } from './leave-concept.ts';
import { findConceptFile, listDuplicates, loadContents } from './load-contents.ts';
import { dropChange, openCopy, restartDraft, restoreDraft } from './restore-draft.ts';
import { saveCosts, saveTexts } from './save-texts.ts';
import { sendConcept } from './send-concept.ts';
import { conceptEnvelopes, conceptFiles, conceptMembers, concepts } from './tables.ts';
import { dropFilesOf, tendConcepts } from './tend-concepts.ts';
import { discardConcept, withdrawConcept } from './withdraw-concept.ts';

const codeOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { code?: string; message?: string }) => error.code ?? error
	);
const after = (deadline: Date, seconds: number) => new Date(deadline.getTime() + seconds * 1000);
type At = (who: CastName | null, moment: Date) => Ctx;
/** Two openers come, two minutes after the deadline. */
async function open(at: At, { id, deadline, keys }: { id: string; deadline: Date; keys: Record<string, string> }) {
	const moment = after(deadline, 120);
	expect(await handKey(at('ines', moment), { id, kind: 'concepts', secretKey: keys.ines ?? '' })).toEqual({ isOpen: false });
	expect(await handKey(at('oskar', moment), { id, kind: 'concepts', secretKey: keys.oskar ?? '' })).toEqual({ isOpen: true });
	return moment;
}

test('a concept is written, handed in, and read unchanged after two openers came', async ({ as, db }) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	const sent = await sendConcept(as('amira'), { id, store });
	expect(sent.key).toMatch(/^AGE-SECRET-KEY-1/);
	expect(await loadContents(as(null), published.id)).toEqual([]);
	const { entry, concept } = sent.receipt;
	const { hash, signature: _, ...body } = entry;
	expect([await hashOfBody(body), entry.chain, concept]).toEqual([hash, 'box', id]);
	expect(JSON.stringify(entry.facts), 'nothing of the concept stands in the entry').toBe('{}');
	const copy = await openCopy(as('amira'), { id, secretKey: sent.key ?? '' });
	expect(await commitmentTo(copy.content.value, copy.content.salt)).toBe(entry.commitments.content);
	const moment = await open(at, published);
	const [opened] = await loadContents(as(null), published.id);
	expect(opened).toMatchObject({ id, number: 1, content: copy.content.value });
	expect((await db.select().from(procedures).where(eq(procedures.id, published.id)))[0]?.state).toBe('precheck');
	const [entryOfOpening] = await db.select().from(recordEntries).where(eq(recordEntries.kind, 'procedure.unseal'));
	expect(entryOfOpening?.facts).toMatchObject({ concepts: 1, unreadable: 0, boxHead: hash, boxLength: 1, openers: 2 });
	expect(JSON.stringify(entryOfOpening)).not.toContain(cast.ines.name);
	const fileId = opened?.content.files[0]?.id ?? '';
	expect((await findConceptFile(at(null, moment), { store, conceptId: id, fileId })).bytes).toEqual(new Uint8Array(pdf));
	expect((await findOwnFile(at('amira', moment), { id, fileId, store })).name).toBe('plan.pdf');
	expect(await codeOf(findOwnFile(at('ines', moment), { id, fileId, store }))).toBe('not-found');
});

test('late by a second is late, and says how late; the deadline itself is in time; the draft stays', async ({ as, db }) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	const late = at('amira', after(published.deadline, 1));
	const refusal = await sendConcept(late, { id, store }).catch((error: Error) => error.message);
	expect(refusal).toMatch(/^Zu spät: Die Frist endete am .*:00 ME.*:01 ME/);
	expect(await db.$count(conceptEnvelopes)).toBe(0);
	expect((await findConcept(late, id)).draft.title).toBe('Werkhof am Markt');
	expect((await findConceptHead(late, id)).why).toMatch(/^Die Frist endete am .*:00 ME.*, nach der Uhr des Servers\.$/);
	expect(await listOwnConcepts(late)).toMatchObject([{ isInTime: false, isCancelled: false }]);
	expect(await codeOf(saveTexts(late, { id, input: textsFor((await loadFrozen(late, published.id)).frozen) }))).toBe('not-in-time');
	await db.update(procedures).set({ state: 'closed' }).where(eq(procedures.id, published.id));
	const inTime = await sendConcept(at('amira', published.deadline), { id, store });
	expect(inTime.receipt.submittedAt).toBe(published.deadline.toISOString());
});

test('in the night in which an hour comes twice the sentence says which one', async ({ as, db }) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	const deadline = new Date('2027-10-31T00:30:00Z');
	await db.update(procedures).set({ deadline }).where(eq(procedures.id, published.id));
	const message = await sendConcept(at('amira', new Date('2027-10-31T01:30:00Z')), { id, store }).catch((error: Error) => error.message);
	expect(message).toContain('31.10.2027, 02:30:00 MESZ');
	expect(message).toContain('31.10.2027, 02:30:00 MEZ');
	expect((await sendConcept(at('amira', deadline), { id, store })).key).not.toBeNull();
});

test('what is missing is said before it is sent, each with its place', async ({ as, db }) => {
	const published = await plantOpenProcedure({ as, db });
	const id = await beginConcept(as('amira'), { slug: published.slug, input: beginForm.parse({ kind: 'person' }) });
	const { missing } = await findConcept(as('amira'), id);
	expect(missing.map(({ text }) => text)).toContain('Das Konzept hat noch keinen Titel.');
	expect(new Set(missing.map(({ page }) => page))).toContain('/kosten');
	const { store } = await plantDraft({ as, db }, published);
	expect(await sendConcept(as('amira'), { id, store }).catch((error: Error) => error.message)).toMatch(/^Das fehlt noch: Das Konzept/);
});

test('sent twice it is one concept with one receipt', async ({ as, db }) => {
	const { id, store } = await plantConcept({ as, db });
	const [first, second] = [await sendConcept(as('amira'), { id, store }), await sendConcept(as('amira'), { id, store })];
	expect([first.isAgain, second]).toEqual([false, { receipt: first.receipt, key: null, isAgain: true }]);
	expect(await db.$count(conceptEnvelopes)).toBe(1);
});

test('until the deadline the group changes it with its key; what is sent last counts, a file taken out is gone', async ({ as, db }) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	const { key } = await sendConcept(as('amira'), { id, store });
	expect(await codeOf(saveCosts(as('amira'), { id, input: costsFor() }))).toBe('sealed');
	const other = 'AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ';
	for (const secretKey of ['', 'abc', other, published.keys.ines ?? ''])
		expect(await codeOf(restoreDraft(as('amira'), { id, secretKey })), secretKey).toBe('wrong-key');
	await restoreDraft(as('amira'), { id, secretKey: `Schlüssel:\n${key}\n` });
	const found = await findConcept(as('amira'), id);
	expect([found.draft.title, found.files.map(({ name, isSealed }) => [name, isSealed])[0]]).toEqual([
		'Werkhof am Markt',
		['plan.pdf', true]
	]);
	const fileId = found.files[0]?.id ?? '';
	await addFile(as('amira'), { id, store, for: found.files[0]?.for ?? null, upload: { name: 'besser.pdf', bytes: pdf } });
	await removeFile(as('amira'), { id, fileId });
	const { frozen } = await loadFrozen(as('amira'), published.id);
	await saveTexts(as('amira'), { id, input: textsFor(frozen, { word: 'Werkhof neu', mark: found.marks.texts }) });
	const second = await sendConcept(as('amira'), { id, store });
	expect(second.key, 'the same key goes on').toBeNull();
	expect(second.receipt.entry.facts).toHaveProperty('replaces');
	const moment = await open(at, published);
	const [opened] = await loadContents(as(null), published.id);
	expect([opened?.content.title, opened?.content.files.some(({ id }) => id === fileId)]).toEqual(['Werkhof neu am Markt', false]);
	for (const { id: fileId } of opened?.content.files ?? [])
		expect((await findConceptFile(at(null, moment), { store, conceptId: id, fileId })).bytes).toEqual(new Uint8Array(pdf));
	expect(await db.$count(conceptEnvelopes), 'superseded envelopes are let go').toBe(1);
});

test('a change that was not handed in does not count, by hand or by the clock', async ({ as, db }) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	const { key } = await sendConcept(as('amira'), { id, store });
	await restoreDraft(as('amira'), { id, secretKey: key ?? '' });
	const [file] = (await findConcept(as('amira'), id)).files;
	await removeFile(as('amira'), { id, fileId: file?.id ?? '' });
	await addFile(as('amira'), { id, store, for: null, upload: { name: 'neu.pdf', bytes: pdf } });
	await dropChange(as('amira'), { id });
	expect(await findConceptHead(as('amira'), id)).toMatchObject({ isChanging: false, state: 'submitted' });
	await restartDraft(as('amira'), { id });
	expect(await tendConcepts({ ...as(null), now: after(published.deadline, 120) })).toBe(1);
	await open(at, published);
	const [opened] = await loadContents(as(null), published.id);
	expect(opened?.content.files.map(({ name }) => name)).toContain('plan.pdf');
	expect((await db.select().from(conceptFiles)).every(({ name, removedAt }) => name === '' && removedAt === null)).toBe(true);
});

test('whoever lost the key writes anew and gets a new one; the old one opens nothing any more', async ({ as, db }) => {
	const { published, id, store } = await plantConcept({ as, db });
	const { key } = await sendConcept(as('amira'), { id, store });
	await restartDraft(as('amira'), { id });
	await fillConcept(as('amira'), { id, procedureId: published.id, store, word: 'Zweiter Anlauf' });
	const again = await sendConcept(as('amira'), { id, store });
	expect(again.key).not.toBe(key);
	expect(await codeOf(openCopy(as('amira'), { id, secretKey: key ?? '' }))).toBe('wrong-key');
	await expect(openCopy(as('amira'), { id, secretKey: ' ' })).rejects.toThrow(/^Bitte den Schlüssel einfügen/);
	expect((await openCopy(as('amira'), { id, secretKey: again.key ?? '' })).content.value.title).toBe('Zweiter Anlauf am Markt');
});

test('withdrawn until the deadline: the envelope is destroyed, the entry stays, and something new may be begun', async ({ as, db }) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	await sendConcept(as('amira'), { id, store });
	const files = await db.select().from(conceptFiles);
	expect(await codeOf(withdrawConcept(at('amira', after(published.deadline, 1)), { id }))).toBe('not-in-time');
	await withdrawConcept(as('amira'), { id });
	expect([await db.$count(conceptEnvelopes), await db.$count(conceptFiles)]).toEqual([0, 0]);
	await dropFilesOf(as(null), { store, keys: files.map(({ key }) => key) });
	expect(await store.get(files[0]?.key ?? '')).toBeNull();
	expect(await codeOf(withdrawConcept(as('amira'), { id }))).toBe('not-from-here');
	expect(await beginConcept(as('amira'), { slug: published.slug, input: beginForm.parse({ kind: 'group', name: 'Werkhof' }) })).not.toBe(
		id
	);
	await open(at, published);
	expect(await loadContents(as(null), published.id)).toEqual([]);
	const box = await db
		.select({ kind: recordEntries.kind })
		.from(recordEntries)
		.where(eq(recordEntries.chain, 'box'))
		.orderBy(recordEntries.seq);
	expect(box.map(({ kind }) => kind)).toEqual(['concept.submitted', 'concept.withdrawn']);
});

test('two of a group write at once: the second sees both texts; costs and texts do not disturb each other', async ({ as, db }) => {
	const { published, id } = await plantConcept({ as, db });
	const { frozen } = await loadFrozen(as('amira'), published.id);
	const { marks } = await findConcept(as('amira'), id);
	await saveTexts(as('amira'), { id, input: textsFor(frozen, { word: 'Eins', mark: marks.texts }) });
	const conflict = await saveTexts(as('amira'), { id, input: textsFor(frozen, { word: 'Zwei', mark: marks.texts }) }).catch(
		(error) => error
	);
	expect([conflict.status, JSON.stringify(conflict.theirs.texts)]).toEqual([409, expect.stringContaining('Eins am Markt')]);
	expect(
		await codeOf(saveTexts(as('amira'), { id, input: textsFor(frozen, { word: 'Eins', mark: marks.texts }) })),
		'the same is no conflict'
	).toBe('done');
	expect(await codeOf(saveCosts(as('amira'), { id, input: costsFor(marks.money) }))).toBe('done');
	await saveTexts(as('amira'), { id, input: textsFor(frozen, { word: 'Zwei', mark: conflict.theirs.mark }) });
	expect((await findConcept(as('amira'), id)).draft.title).toBe('Zwei am Markt');
});

test('several write: invited by mail, lead handed over, asked out; the last one is asked what to do', async ({ as, db }) => {
	const { id } = await plantConcept({ as, db });
	const invitation = await inviteWriter(as('amira'), { id, email: cast.jonas.email });
	expect(await codeOf(inviteWriter(as('amira'), { id, email: cast.jonas.email }))).toBe('invited-already');
	expect(await codeOf(inviteWriter(as('amira'), { id, email: cast.amira.email }))).toBe('oneself');
	const link = await signLink(as(null), { purpose: 'concept-invitation', data: { invitation }, days: 14 });
	expect(await codeOf(acceptWriterInvitation(as('hanna'), { link })), 'forwarded').toBe('forbidden');
	expect(await acceptWriterInvitation(as('jonas'), { link })).toBe(id);
	for (const [who, isMine] of [
		['jonas', true],
		['hanna', false],
		[null, false]
	] as const)
		expect(await findWriterInvitation(as(who), link)).toMatchObject({ isMine, isOpen: false });
	expect(await codeOf(inviteWriter(as('jonas'), { id, email: 'neu@post.example' })), 'who leads invites').toBe('forbidden');
	await handOverConcept(as('amira'), { id, personId: cast.jonas.id });
	expect((await findConceptHead(as('jonas'), id)).isLead).toBe(true);
	await leaveConcept(as('jonas'), { id });
	expect((await findConceptHead(as('amira'), id)).isLead).toBe(true);
	expect(await codeOf(findConceptHead(as('jonas'), id))).toBe('not-found');
	expect(await codeOf(acceptWriterInvitation(as('jonas'), { link })), 'used').toBe('invitation-used');
	expect(await codeOf(leaveConcept(as('amira'), { id }))).toBe('last-one');
	const second = await inviteWriter(as('amira'), { id, email: cast.hanna.email });
	await withdrawWriterInvitation(as('amira'), { id, invitationId: second });
	const gone = await signLink(as(null), { purpose: 'concept-invitation', data: { invitation: second }, days: 14 });
	expect(await codeOf(acceptWriterInvitation(as('hanna'), { link: gone }))).toBe('invitation-used');
	const third = await inviteWriter(as('amira'), { id, email: cast.oskar.email });
	const forJuror = await signLink(as(null), { purpose: 'concept-invitation', data: { invitation: third }, days: 14 });
	expect(await codeOf(acceptWriterInvitation(as('oskar'), { link: forJuror })), 'who judges writes none').toBe('forbidden');
	await db.insert(conceptMembers).values({ conceptId: id, personId: cast.hanna.id, role: 'writer', joinedAt: as(null).now });
	await removeWriter(as('amira'), { id, personId: cast.hanna.id });
	await discardConcept(as('amira'), { id });
	expect(await db.$count(concepts)).toBe(0);
});

test('nobody who prepares, judges or opens sees or begins one; begun twice it is the same', async ({ as, db }) => {
	const { published, id, store } = await plantConcept({ as, db });
	await sendConcept(as('amira'), { id, store });
	for (const who of ['ines', 'friedrich', 'oskar', 'katrin', 'mara', 'renate', 'jonas'] as const) {
		for (const read of [findConcept, findConceptHead, findReceipt]) expect(await codeOf(read(as(who), id)), who).toBe('not-found');
		expect(await listOwnConcepts(as(who))).toEqual([]);
	}
	for (const who of ['ines', 'friedrich', 'oskar', 'katrin', 'mara'] as const)
		expect(await codeOf(beginConcept(as(who), { slug: published.slug, input: beginForm.parse({ kind: 'person' }) })), who).toBe(
			'forbidden'
		);
	const begin = () => beginConcept(as('jonas'), { slug: published.slug, input: beginForm.parse({ kind: 'person' }) });
	expect(await begin()).toBe(await begin());
	const opening = await findOpening(as('ines'), published.id);
	expect(opening.opened, 'not even how many').toBeNull();
	expect(JSON.stringify(opening)).not.toContain(id);
});

test('the box: not before the deadline, not by a stranger, not twice by one; two of three do, whoever they are', async ({ as, db }) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	await sendConcept(as('amira'), { id, store });
	const hand = (who: CastName, seconds: number, key?: string) =>
		codeOf(
			handKey(at(who, after(published.deadline, seconds)), {
				id: published.id,
				kind: 'concepts',
				secretKey: key ?? published.keys[who] ?? ''
			})
		);
	expect(await hand('ines', 0), 'what came in time may still be on its way').toBe('not-yet');
	expect(await hand('renate', 120)).toBe('forbidden');
	expect(await hand('katrin', 120)).toBe('forbidden');
	expect(await hand('amira', 120)).toBe('not-found');
	expect(await hand('friedrich', 120, published.keys.ines)).toBe('wrong-key');
	expect(await hand('friedrich', 120, 'kein Schlüssel')).toBe('no-key');
	expect(await hand('friedrich', 120)).toBe('done');
	expect(await hand('friedrich', 121)).toBe('handed-already');
	expect((await db.select().from(seals).where(eq(seals.kind, 'concepts')))[0]?.identity, 'one alone opens nothing').toBeNull();
	expect(await hand('oskar', 122)).toBe('done');
	expect(await hand('ines', 123)).toBe('not-yet');
	expect((await db.select().from(sealShares)).every(({ handed }) => handed === null)).toBe(true);
	expect(await loadContents(as(null), published.id)).toHaveLength(1);
});

test('an envelope that somebody changed is counted and stops nobody', async ({ as, db }) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	const other = await plantDraft({ as, db }, published, { who: 'jonas', word: 'Kulturbahnhof' });
	await sendConcept(as('amira'), { id, store });
	await sendConcept(as('jonas'), other);
	const [swap] = await db.select().from(conceptEnvelopes).where(eq(conceptEnvelopes.conceptId, id));
	await db.update(conceptEnvelopes).set({ content: swap?.content }).where(eq(conceptEnvelopes.conceptId, other.id));
	await open(at, published);
	expect((await loadContents(as(null), published.id)).map(({ id }) => id)).toEqual([id]);
	const [entry] = await db.select().from(recordEntries).where(eq(recordEntries.kind, 'procedure.unseal'));
	expect(entry?.facts).toMatchObject({ concepts: 1, unreadable: 1 });
});

test('the second envelope stays closed until the points are locked', async ({ as, db }) => {
	const weighted = { priceRule: 'weighted', price: 100_000, priceFull: 200_000, priceShare: 200 } as const;
	const { published, id, store, at } = await plantConcept({ as, db }, weighted as never);
	await sendConcept(as('amira'), { id, store });
	const moment = await open(at, published);
	const [opened] = await loadContents(as(null), published.id);
	expect([opened?.offerCents, JSON.stringify(opened?.content)]).toEqual([null, expect.not.stringContaining('12000000')]);
	const hand = (who: CastName) =>
		codeOf(handKey(at(who, moment), { id: published.id, kind: 'offers', secretKey: published.keys[who] ?? '' }));
	expect(await hand('ines')).toBe('points-open');
	await db.update(procedures).set({ state: 'deliberation' }).where(eq(procedures.id, published.id));
	expect(await hand('ines')).toBe('points-open');
	await releaseSeal(as('ines'), { subjectId: published.id, round: 1, kind: 'offers', isReleased: true });
	expect([await hand('ines'), await hand('friedrich')]).toEqual(['done', 'done']);
	expect((await loadContents(as(null), published.id))[0]?.offerCents).toBe(120_000_00);
});

test('after the deadline what was not handed in lapses; more time for all revives it', async ({ as, db }) => {
	const { published, id, at } = await plantConcept({ as, db });
	const late = after(published.deadline, 3600);
	await tendConcepts({ ...as(null), now: late });
	expect(await findConceptHead(at('amira', late), id)).toMatchObject({ state: 'lapsed', isWritable: false });
	await db
		.update(procedures)
		.set({ deadline: after(published.deadline, 86_400) })
		.where(eq(procedures.id, published.id));
	const { marks } = await findConcept(at('amira', late), id);
	await saveCosts(at('amira', late), { id, input: { ...costsFor(marks.money), offerCents: null } });
	const [row] = await db.select().from(concepts).where(eq(concepts.id, id));
	expect([row?.state, row?.forgetAt]).toEqual(['draft', null]);
});

test('two stages: first the conditions and a sketch, then what the chosen ones work out; prices only there', async ({ as, db }) => {
	const { published, id, store, at } = await plantConcept({ as, db }, { kind: 'two_stage' });
	const { sheet } = await findConcept(as('amira'), id);
	expect(sheet.fields.filter(({ part }) => part === 'leaf')).toEqual([]);
	expect(sheet.fields.some(({ key }) => key === 'sketch')).toBe(true);
	const other = await plantDraft({ as, db }, published, { who: 'jonas', word: 'Kulturbahnhof' });
	for (const [who, concept] of [
		['amira', { id, store }],
		['jonas', other]
	] as const)
		await sendConcept(as(who), concept);
	await open(at, published);
	expect((await loadContents(as(null), published.id)).map(({ number }) => number)).toEqual([1, 2]);
	const next = await inviteConcepts(as('ines'), [id]);
	expect(await inviteConcepts(as('ines'), [id])).toEqual({});
	const later = after(published.deadline, 86_400);
	await db
		.update(procedures)
		.set({ round: 2, state: 'open', deadline: after(later, 86_400) })
		.where(eq(procedures.id, published.id));
	for (const [concept, isOfNow] of [
		[id, false],
		[next[id] ?? '', true]
	] as const)
		expect(await findConceptHead(at('amira', later), concept)).toMatchObject({ isOfNow });
	const found = await findConcept(at('amira', later), next[id] ?? '');
	expect(found.sheet.fields.some(({ part }) => part === 'leaf')).toBe(true);
	expect(found.draft.title).toBe('Werkhof am Markt');
	expect(await codeOf(beginConcept(at('hanna', later), { slug: published.slug, input: beginForm.parse({ kind: 'person' }) }))).toBe(
		'not-in-time'
	);
	expect(await findConceptHead(at('jonas', later), other.id)).toMatchObject({ isWritable: false });
});

test('the same mail or the same people in two concepts are a hint, after the opening', async ({ as, db }) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	const other = await plantDraft({ as, db }, published, { who: 'jonas', word: 'Kulturbahnhof' });
	await db.insert(conceptMembers).values({ conceptId: other.id, personId: cast.amira.id, role: 'writer', joinedAt: as(null).now });
	for (const [who, concept] of [
		['amira', { id, store }],
		['jonas', other]
	] as const)
		await sendConcept(as(who), concept);
	expect(await listDuplicates(as(null), published.id)).toEqual([]);
	await open(at, published);
	expect((await listDuplicates(as(null), published.id)).map(({ what, numbers }) => [what, numbers])).toEqual([
		['mail', [1, 2]],
		['person', [1, 2]]
	]);
});

test('files: what they are is told by their bytes; the test virus and macros stay out', async ({ as, db }) => {
	const { id, store } = await plantConcept({ as, db });
	const add = (name: string, text: string) =>
		codeOf(addFile(as('amira'), { id, store, for: null, upload: { name, bytes: new TextEncoder().encode(text) } }));
	const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
	const refusal = await addFile(as('amira'), {
		id,
		store,
		for: null,
		upload: { name: 'a.pdf', bytes: new TextEncoder().encode(`%PDF-1.7 ${eicar} %%EOF`) }
	}).catch((error: Error) => error.message);
	expect(refusal).toContain('enthält eine Virensignatur');
	expect(await add('a.exe', 'MZ')).toBe('file-refused');
	expect(await add('a.docx', 'PK\u0003\u0004[Content_Types].xml word/document.xml vbaProject.bin')).toBe('file-refused');
	expect(await add('a.docx', 'PK\u0003\u0004[Content_Types].xml word/document.xml')).toBe('done');
	expect(
		await codeOf(addFile(as('amira'), { id, store, for: null, upload: { name: 'groß.pdf', bytes: new Uint8Array(25_000_001) } }))
	).toBe('file-refused');
	await db.update(conceptFiles).set({ bytes: 24_000_000 });
	for (let n = 0; n < 6; n++) await add(`b${n}.pdf`, '%PDF-1.7 %%EOF').then(() => db.update(conceptFiles).set({ bytes: 24_000_000 }));
	expect(await add('c.pdf', '%PDF-1.7 %%EOF')).toBe('too-much');
	expect(await db.$count(conceptFiles, and(eq(conceptFiles.conceptId, id), eq(conceptFiles.name, 'a.exe')))).toBe(0);
});
