import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { addJob } from '#lib/server/jobs.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { keyIn, recipientOf, unlock } from '#modules/seals/envelope.ts';
import type { Content, Draft, Envelope, Offer } from '../concept.ts';
import { checkWindow, conceptForWriter, type ConceptRow, type Held } from './internal/concept-for.ts';
import { envelopeOf } from './internal/envelope-of.ts';
import { conceptFiles, concepts } from './tables.ts';

const none = () => refused('wrong-key', 'Bitte den Schlüssel einfügen oder die Datei wählen, in der er gesichert ist.', 'secretKey');
const wrong = () =>
	refused(
		'wrong-key',
		'Dieser Schlüssel passt nicht zu Eurem Konzept. Er beginnt mit AGE-SECRET-KEY-1 und stand bei der ersten Abgabe einmal auf der Seite.',
		'secretKey'
	);

async function read<T>(bytes: Uint8Array, key: string): Promise<Envelope<T>> {
	const clear = await unlock(bytes, key);
	if (!clear)
		throw refused(
			'envelope-broken',
			'Der Umschlag lässt sich mit diesem Schlüssel nicht öffnen. Er ist beschädigt; bitte neu schreiben und noch einmal abgeben.',
			'secretKey'
		);
	return JSON.parse(new TextDecoder().decode(clear)) as Envelope<T>;
}

export type Copy = { content: Envelope<Content>; offer: Envelope<Offer> | null };

/** What lies in the box, opened with the group's own key. Throws 422 for another key. */
async function openOwn(ctx: Ctx, row: ConceptRow, given: string): Promise<Copy> {
	if (!given.trim()) throw none();
	const key = keyIn(given);
	const envelope = await envelopeOf(ctx, row.id);
	if (!key || !envelope || (await recipientOf(key)) !== envelope.recipient) throw wrong();
	return { content: await read<Content>(envelope.content, key), offer: envelope.offer && (await read<Offer>(envelope.offer, key)) };
}

/** The group's own copy with the salts, for whoever wants to prove later what was handed in. Throws 401, 404, 422. */
export async function openCopy(ctx: Ctx, { id, secretKey }: { id: string; secretKey: string }): Promise<Copy> {
	return openOwn(ctx, (await conceptForWriter(ctx, id)).row, secretKey);
}

const mayRestore = (ctx: Ctx, held: Held) => {
	checkWindow(ctx, held);
	if (held.row.state !== 'submitted' || held.row.draft)
		throw refused('not-sealed', 'Hier ist gerade nichts verschlossen, was sich zurückholen ließe.');
};

/** Gets what was handed in back as a draft, with the group's own key. What lies in the box counts until something else is handed in. Throws 401, 404, 409, 422. */
export async function restoreDraft(ctx: Ctx, { id, secretKey }: { id: string; secretKey: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await conceptForWriter(inside, id, { lock: true });
		mayRestore(ctx, held);
		const { content, offer } = await openOwn(inside, held.row, secretKey);
		const { title, summary, applicant, answers, costs, files } = content.value;
		await db.execute(sql`
			update concept_files f set "for" = r."for", name = r.name, content_type = r."contentType", sha256 = r.sha256
			from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) r (id uuid, "for" uuid, name text, "contentType" text, sha256 text)
			where f.id = r.id and f.concept_id = ${id}`);
		const draft: Draft = { title, summary, applicant, answers, costs, offerCents: offer?.value.cents ?? null };
		const by = { updatedAt: ctx.now, updatedBy: ctx.actor?.id ?? null };
		await db
			.update(concepts)
			.set({ draft, version: held.row.version + 1, ...by })
			.where(eq(concepts.id, id));
	});
}

/** Whoever lost the key writes anew; handing that in takes the place of what lies in the box, with a new key. Throws 401, 404, 409. */
export async function restartDraft(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await conceptForWriter(inside, id, { lock: true });
		mayRestore(ctx, held);
		const me = ctx.actor;
		const kind = held.row.organisationId ? 'organisation' : 'group';
		const applicant = {
			kind,
			name: '',
			contact: me?.name ?? '',
			email: me?.email ?? '',
			phone: '',
			members: null
		} satisfies Draft['applicant'];
		const draft: Draft = { title: '', summary: '', applicant, answers: {}, costs: null, offerCents: null };
		await db.update(conceptFiles).set({ removedAt: ctx.now }).where(eq(conceptFiles.conceptId, id));
		const by = { updatedAt: ctx.now, updatedBy: me?.id ?? null };
		await db
			.update(concepts)
			.set({ draft, recipient: null, version: held.row.version + 1, ...by })
			.where(eq(concepts.id, id));
	});
}

/** Lets a change go that was not handed in: what lies in the box counts as it is. Throws 401, 404, 409. */
export async function dropChange(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { row } = await conceptForWriter({ ...ctx, db }, id, { lock: true });
		if (row.state !== 'submitted' || !row.draft) throw refused('nothing-to-drop', 'Hier gibt es keine Änderung, die sich verwerfen ließe.');
		const recipient = (await envelopeOf({ db }, id))?.recipient ?? row.recipient;
		const ofConcept = eq(conceptFiles.conceptId, id);
		const gone = await db
			.delete(conceptFiles)
			.where(and(ofConcept, isNull(conceptFiles.sealedAt)))
			.returning();
		const blank = { removedAt: null, name: '', contentType: 'application/octet-stream', sha256: '', for: null };
		await db
			.update(conceptFiles)
			.set(blank)
			.where(and(ofConcept, isNotNull(conceptFiles.sealedAt)));
		if (gone.length) await addJob(db, { task: 'drop-files', payload: { keys: gone.map(({ key }) => key) } });
		await db
			.update(concepts)
			.set({ draft: null, recipient, version: row.version + 1, updatedAt: ctx.now })
			.where(eq(concepts.id, id));
	});
}
