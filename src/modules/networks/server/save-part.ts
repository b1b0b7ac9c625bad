import { and, count, eq, max } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { PartData, PartKind } from '../parts.ts';
import { partWords } from '../parts.ts';
import { mayEditPage } from '../policy.ts';
import { networkFor } from './internal/network-for.ts';
import { networkParts, networks } from './tables.ts';

const mostOfAKind = 60;
export type PartInput = { slug: string; kind: PartKind; id?: string; data: PartData; isReleased: boolean; internalNote?: string };

/** Adds a part at the end of its kind, or changes one (`id`). A voice is shown only once released; taking the release back hides it at the next publication. Returns its id. */
export async function savePart(ctx: Ctx, { slug, kind, id: known, data, isReleased, internalNote = '' }: PartInput): Promise<string> {
	const { network } = await networkFor(ctx, slug, mayEditPage);
	const ofKind = and(eq(networkParts.networkId, network.id), eq(networkParts.kind, kind));
	return ctx.db.transaction(async (db) => {
		await db.update(networks).set({ updatedAt: ctx.now }).where(eq(networks.id, network.id));
		const [before] = known
			? await db
					.select()
					.from(networkParts)
					.where(and(ofKind, eq(networkParts.id, known)))
			: [];
		if (known && !before) throw notFound();
		const releasedAt = partWords[kind].needsRelease && isReleased ? (before?.releasedAt ?? ctx.now) : null;
		const row = { data, releasedAt, internalNote: internalNote || null, updatedAt: ctx.now };
		const id = known ?? newId();
		if (known) await db.update(networkParts).set(row).where(eq(networkParts.id, known));
		else {
			const [last] = await db
				.select({ position: max(networkParts.position), n: count() })
				.from(networkParts)
				.where(ofKind);
			if ((last?.n ?? 0) >= mostOfAKind)
				throw refused('too-many', `Mehr als ${mostOfAKind} ${partWords[kind].many} liest niemand. Bitte erst etwas entfernen.`);
			await db.insert(networkParts).values({ id, networkId: network.id, kind, position: (last?.position ?? 0) + 1, ...row });
		}
		await recordEvent({ ...ctx, db }, 'network.part_saved', { subjectId: network.id, data: { kind, part: id } });
		return id;
	});
}
