import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Entry } from '#modules/records/entry.ts';
import { receiptOf, type Receipt } from '#modules/records/receipt.ts';
import { loadLastHead } from '#modules/records/server/list-heads.ts';
import { loadKeyAt } from '#modules/records/server/load-public-key.ts';
import type { ConceptRow } from './concept-for.ts';
import { envelopeOf } from './envelope-of.ts';

/** The receipt for what lies in the box. Throws 404 where nothing does. */
export async function receiptFor(ctx: Pick<Ctx, 'db'>, { id }: Pick<ConceptRow, 'id'>, known?: { entry: Entry }): Promise<Receipt> {
	const envelope = known ?? (await envelopeOf(ctx, id));
	if (!envelope) throw notFound('Für dieses Konzept liegt nichts im Kasten, also gibt es keine Quittung.');
	return receiptOf({ concept: id, entry: envelope.entry, key: await loadKeyAt(ctx, envelope.entry.at), head: await loadLastHead(ctx) });
}
