import { desc, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { ValuesInput } from '../forms.ts';
import { mayRunNetwork } from '../policy.ts';
import { networkFor } from './internal/network-for.ts';
import { networks, networkValues } from './tables.ts';

/** Writes the next version of the values; the ones before stay as they were confirmed. Returns its number. 409 when nothing changed. */
export async function saveValues(ctx: Ctx, { slug, input }: { slug: string; input: ValuesInput }): Promise<number> {
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	return ctx.db.transaction(async (db) => {
		await db
			.update(networks)
			.set({ updatedAt: ctx.now, ...(input.days && { valuesDays: input.days }) })
			.where(eq(networks.id, network.id));
		const [last] = await db
			.select()
			.from(networkValues)
			.where(eq(networkValues.networkId, network.id))
			.orderBy(desc(networkValues.version))
			.limit(1);
		if (last?.text === input.text) throw refused('unchanged', 'Der Wortlaut ist derselbe wie in der geltenden Fassung.', 'text');
		const version = (last?.version ?? 0) + 1;
		const row = { text: input.text, change: input.change ?? null, createdBy: ctx.actor?.id ?? null, createdAt: ctx.now };
		await db.insert(networkValues).values({ id: newId(), networkId: network.id, version, ...row });
		await recordEvent({ ...ctx, db }, 'network.values_changed', { subjectId: network.id, data: { version } });
		return version;
	});
}
