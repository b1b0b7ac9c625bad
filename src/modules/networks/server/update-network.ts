import { and, eq, ne, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { NetworkInput } from '../forms.ts';
import { mayRunNetwork } from '../policy.ts';
import { networkFor } from './internal/network-for.ts';
import { networks } from './tables.ts';

/** The host of the installation stays its own, and no two networks share one. The unique key holds where two save at the same moment. */
async function checkHost(
	ctx: Ctx,
	{ host, baseHost, networkId }: { host: string | null; baseHost: string; networkId: string }
): Promise<void> {
	if (!host) return;
	if (host === baseHost) throw refused('host-of-installation', 'Das ist der Rechnername der Installation selbst.', 'host');
	const [other] = await ctx.db
		.select({ id: networks.id })
		.from(networks)
		.where(and(eq(networks.host, host), ne(networks.id, networkId)));
	if (other) throw refused('host-taken', 'Diesen Rechnernamen hat schon ein anderes Netzwerk.', 'host');
}

/** Saves face and frame for the next publication. 409 when somebody saved in between. The slug stays: addresses do not move. */
export async function updateNetwork(
	ctx: Ctx,
	{ slug, input, baseHost = '' }: { slug: string; input: NetworkInput; baseHost?: string }
): Promise<void> {
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	const { version, fee, responsible = '', privacy = '', tagline = '', summary = '', ...rest } = input;
	const { stateCode = null, host = null, senderName = null, senderEmail = null, name, phase, accent } = rest;
	const feeCents = fee === undefined || network.openness !== 'membership' ? null : Math.round(fee * 100);
	await checkHost(ctx, { host, baseHost, networkId: network.id });
	await ctx.db.transaction(async (db) => {
		const [saved] = await db
			.update(networks)
			.set({
				...{ name, tagline, summary, phase, accent, feeCents, senderName, senderEmail, host },
				stateCode: network.openness === 'liaison' ? stateCode : null,
				legal: { responsible, privacy },
				version: sql`${networks.version} + 1`,
				updatedAt: ctx.now
			})
			.where(and(eq(networks.id, network.id), eq(networks.version, version)))
			.returning({ id: networks.id });
		if (!saved)
			throw refused('changed-meanwhile', 'Jemand hat diese Angaben inzwischen geändert. Bitte die Seite neu laden und vergleichen.');
		await recordEvent({ ...ctx, db }, 'network.changed', { subjectId: network.id, data: { name, phase } });
	});
}
