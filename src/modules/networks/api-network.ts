import { z } from 'zod';
import type { NetworkCard } from './server/list-public-networks.ts';
import { opennesses, phases, tiers } from './vocabulary.ts';

const words = <K extends string>(vocabulary: Record<K, string>) => z.enum(Object.keys(vocabulary) as [K, ...K[]]);

/** A network as machines read it; the fee in cents. */
export const apiNetwork = z.object({
	id: z.uuid(),
	slug: z.string(),
	name: z.string(),
	tagline: z.string(),
	summary: z.string(),
	openness: words(opennesses),
	phase: words(phases),
	joiningFeeCents: z.number().int().nullable(),
	actionFields: z.array(z.string()),
	valuesVersion: z.number().int().nullable(),
	members: z.array(
		z.object({
			name: z.string(),
			kind: z.string(),
			tier: words(tiers),
			since: z.iso.date().nullable(),
			sector: z.string().nullable(),
			mission: z.string().nullable(),
			actionFields: z.array(z.string()),
			contributions: z.array(z.string()),
			valuesVersion: z.number().int().nullable(),
			url: z.url().nullable()
		})
	),
	publishedAt: z.iso.datetime(),
	isDemo: z.boolean(),
	url: z.url()
});

export function networkAnswer(network: NetworkCard, base: string): z.output<typeof apiNetwork> {
	const { id, slug, name, tagline, summary, openness, phase, feeCents, actionFields, valuesVersion, isDemo } = network;
	return {
		...{ id, slug, name, tagline, summary, openness, phase, joiningFeeCents: feeCents, actionFields, valuesVersion },
		members: network.members.map((member) => ({
			...{
				name: member.name,
				kind: member.kind,
				tier: member.tier,
				since: member.joinedOn,
				sector: member.sector,
				mission: member.mission
			},
			...{ actionFields: member.actionFields, contributions: member.contributions, valuesVersion: member.valuesVersion },
			url: member.href ? `${base}${member.href}` : null
		})),
		publishedAt: network.publishedAt.toISOString(),
		isDemo,
		url: `${base}/netzwerke/${slug}`
	};
}
