import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { createNetwork } from '#modules/networks/server/create-network.ts';
import { publishNetwork } from '#modules/networks/server/publish-network.ts';
import { savePart } from '#modules/networks/server/save-part.ts';
import { updateNetwork } from '#modules/networks/server/update-network.ts';
import { saveProgramme } from '#modules/places/server/save-programme.ts';
import { saveRound } from '#modules/places/server/save-round.ts';
import { stepRound } from '#modules/places/server/step-round.ts';
import { plantCriteria, plantJury } from '#testing/awards.ts';
import { cast } from '#testing/cast.ts';
import { networkInput } from '#testing/networks.ts';

const isoDay = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A network of Oskar's office with criteria (4, 5, 7 empty), a jury of Friedrich and Jonas, and an open window. */
export async function plantAwardStage(pool: Pool, name: string): Promise<{ slug: string; roundId: string; remove: () => Promise<void> }> {
	const db = openDb(pool);
	const as = (who: keyof typeof cast | null) => ({ db, now: new Date(), actor: who && cast[who] });
	const ctx = as('oskar');
	const { id, slug } = await createNetwork(ctx, { name, openness: 'membership' });
	await updateNetwork(ctx, { slug, input: networkInput({ name }) });
	await savePart(ctx, { slug, kind: 'section', data: { title: 'Was wir sind', text: 'Ein Netz.', block: 'text' }, isReleased: false });
	await savePart(ctx, { slug, kind: 'condition', data: { title: 'Zeit', text: 'Zwei Stunden.', check: 'none' }, isReleased: false });
	await publishNetwork(ctx, slug);
	await saveProgramme(ctx, { slug, input: { awardName: 'Heller Ort', reassessMonths: 36 } });
	const stage = { db, as: (who: unknown) => as(who as keyof typeof cast | null) } as Parameters<typeof plantCriteria>[0];
	await plantCriteria(stage, slug);
	await plantJury(stage, id);
	const input = { title: 'Winter', opensOn: isoDay(-3), closesOn: isoDay(10), decideBy: isoDay(40) };
	const roundId = await saveRound(ctx, { slug, input });
	await stepRound(ctx, { slug, id: roundId, step: 'open' });
	return {
		...{ slug, roundId },
		remove: async () => {
			await pool.query('delete from place_applications where network_id = $1', [id]);
			await pool.query('delete from networks where id = $1', [id]);
		}
	};
}
