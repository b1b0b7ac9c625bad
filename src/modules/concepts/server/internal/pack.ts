import { randomBytes } from 'node:crypto';
import { generateX25519Identity } from 'age-encryption';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { canonical, commitmentTo } from '#modules/records/entry.ts';
import { lock, recipientOf } from '#modules/seals/envelope.ts';
import { findSeal } from '#modules/seals/server/find-seal.ts';
import type { Content, Draft, Envelope, Offer } from '../../concept.ts';
import { conceptFiles } from '../tables.ts';
import type { ConceptRow, Held } from './concept-for.ts';

export type FileRow = typeof conceptFiles.$inferSelect;
export type Packed = {
	content: Buffer;
	offer: Buffer | null;
	commitments: Record<string, string>;
	/** Files that were locked just now: under which key they lie from then on, and under which before. */
	files: { id: string; key: string; before: string }[];
	recipient: string;
	/** The group's own key, where it is made just now: shown once, kept nowhere. */
	key: string | null;
};

/** The files that go with it, in the order in which they came. */
export const filesOf = ({ db }: Pick<Ctx, 'db'>, conceptId: string): Promise<FileRow[]> =>
	db
		.select()
		.from(conceptFiles)
		.where(and(eq(conceptFiles.conceptId, conceptId), isNull(conceptFiles.removedAt)))
		.orderBy(asc(conceptFiles.at), asc(conceptFiles.id));

async function recipientsOf(ctx: Ctx, { procedureId, round, recipient: known }: ConceptRow) {
	const seal = await findSeal(ctx, { subjectId: procedureId, round, kind: 'concepts' });
	if (!seal) throw refused('no-seal', 'Für diese Stufe ist noch kein Siegel angelegt. Bitte bei der Kommune melden.');
	const offers = await findSeal(ctx, { subjectId: procedureId, round, kind: 'offers' });
	if (known) return { seal: seal.recipient, offers: offers?.recipient ?? null, own: known, key: null };
	const key = await generateX25519Identity();
	return { seal: seal.recipient, offers: offers?.recipient ?? null, own: (await recipientOf(key)) ?? '', key };
}

async function sealed<T>(value: T, recipients: readonly string[]): Promise<{ bytes: Buffer; commitment: string }> {
	const envelope: Envelope<T> = { salt: randomBytes(16).toString('hex'), value };
	const bytes = Buffer.from(await lock(new TextEncoder().encode(canonical(envelope)), recipients));
	return { bytes, commitment: await commitmentTo(value, envelope.salt) };
}

async function lockFiles(store: Store, files: readonly FileRow[], recipients: readonly string[]): Promise<Packed['files']> {
	const done: Packed['files'] = [];
	for (const { id, key: before, name } of files) {
		const bytes = await store.get(before);
		if (!bytes) throw refused('file-gone', `Die Datei „${name}“ ist nicht mehr da. Bitte entfernen und noch einmal anfügen.`);
		const key = `concepts/${newId()}.age`;
		await store.put(key, await lock(bytes, recipients), 'application/octet-stream');
		done.push({ id, key, before });
	}
	return done;
}

const contentOf = ({ row, procedure }: Held, draft: Draft, files: readonly FileRow[]): Content => ({
	...{ format: 'gestaltungsraum-konzept', version: 1, procedure: procedure.id, concept: row.id, round: row.round },
	...{ title: draft.title, summary: draft.summary, applicant: draft.applicant, answers: draft.answers, costs: draft.costs },
	files: files.map(({ id, for: about, name, contentType, bytes, sha256 }) => ({ id, for: about, name, contentType, bytes, sha256 }))
});

/** Canonical, committed to, and locked for the seal and for the group itself. Writes the locked files; nothing else is changed yet. */
export async function pack(
	ctx: Ctx,
	held: Held,
	{ draft, files, store }: { draft: Draft; files: readonly FileRow[]; store: Store }
): Promise<Packed> {
	const { row, procedure } = held;
	const to = await recipientsOf(ctx, row);
	const content = await sealed(contentOf(held, draft, files), [to.seal, to.own]);
	const priced = draft.offerCents !== null && to.offers !== null;
	const about = { procedure: procedure.id, concept: row.id, round: row.round, cents: draft.offerCents ?? 0 };
	const offer = priced ? await sealed<Offer>({ format: 'gestaltungsraum-angebot', version: 1, ...about }, [to.offers ?? '', to.own]) : null;
	return {
		...{ content: content.bytes, offer: offer?.bytes ?? null, recipient: to.own, key: to.key },
		commitments: { content: content.commitment, ...(offer && { offer: offer.commitment }) },
		files: await lockFiles(
			store,
			files.filter(({ sealedAt }) => !sealedAt),
			[to.seal, to.own]
		)
	};
}
