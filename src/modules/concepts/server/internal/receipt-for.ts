import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Entry } from '#modules/records/entry.ts';
import { loadPublicKey } from '#modules/records/server/load-public-key.ts';
import { receiptOf, type Receipt } from '../../receipt.ts';
import type { ConceptRow } from './concept-for.ts';
import { envelopeOf } from './envelope-of.ts';

/** The receipt for what lies in the box. Throws 404 where nothing does. */
export async function receiptFor(
	ctx: Pick<Ctx, 'db'>,
	{ id, procedureId }: Pick<ConceptRow, 'id' | 'procedureId'>,
	known?: { at: Date; entry: Entry }
): Promise<Receipt> {
	const envelope = known ?? (await envelopeOf(ctx, id));
	if (!envelope) throw notFound('Für dieses Konzept liegt nichts im Kasten, also gibt es keine Quittung.');
	return receiptOf({ procedureId, conceptId: id, at: envelope.at, entry: envelope.entry, key: await loadPublicKey(ctx) });
}
