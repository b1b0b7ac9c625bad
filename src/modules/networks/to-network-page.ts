import { dayOf } from '#lib/calendar.ts';
import { logoOf } from '#lib/logo.ts';
import { accentOf } from './accent.ts';
import { isPart, type Face, type NetworkPage, type Part } from './network.ts';
import type { PartData, PartKind } from './parts.ts';
import type { networkRoles, networks, networkValues } from './server/tables.ts';

type NetworkRow = typeof networks.$inferSelect;
type RoleRow = typeof networkRoles.$inferSelect & { organisation: string | null };
export type NetworkWhole = {
	network: NetworkRow;
	parts: Part[];
	roles: RoleRow[];
	values: typeof networkValues.$inferSelect | null;
};

function listOf<K extends PartKind, Out>(parts: Part[], kind: K, shown: (data: PartData<K>, id: string, part: Part<K>) => Out): Out[] {
	return parts
		.filter((part): part is Part<K> => isPart(part, kind))
		.sort((a, b) => a.position - b.position)
		.map((part) => shown(part.data, part.id, part));
}

const titled = ({ title, text }: { title: string; text: string }, id: string) => ({ id, title, text });

/** Founders and ambassadors who have said that they may be shown; without their notes, accounts and addresses. */
const faceOf = (row: RoleRow): Face => ({
	role: row.role,
	name: row.name,
	function: row.function,
	organisation: row.organisation,
	region: row.region,
	topic: row.topic,
	statement: row.statement,
	from: row.startsOn,
	until: row.endsOn
});

/** What the public may read of a network: an allow-list, column by column. Questions of the admission, internal notes and what is not released are not in it. */
export function toNetworkPage({ network, parts, roles, values }: NetworkWhole): NetworkPage {
	const { id, slug, name, tagline, summary, openness, phase, stateCode, host, feeCents, legal, isDemo } = network;
	const released = parts.filter((part) => part.kind !== 'voice' || part.releasedAt !== null);
	return {
		...{ id, slug, name, tagline, summary, openness, phase, stateCode, host, feeCents, isDemo },
		legal: { responsible: legal.responsible, privacy: legal.privacy },
		accent: accentOf(network.accent),
		contactName: network.senderName,
		contactEmail: network.senderEmail,
		logo: logoOf(network.logo, network.logoAlt, name),
		sections: listOf(parts, 'section', ({ title, text = '', block }, id) => ({ id, title, text, block })),
		benefits: listOf(parts, 'benefit', titled),
		conditions: listOf(parts, 'condition', ({ title, text, check }, id) => ({ id, title, text, check })),
		way: listOf(parts, 'way', titled),
		fields: listOf(parts, 'field', ({ title, text, approach1, approach2 }, id) => ({
			...{ id, title, text },
			approaches: [approach1, approach2].filter((approach) => approach !== undefined)
		})),
		voices: listOf(released, 'voice', ({ text, name, function: task }, id) => ({ id, text, name, function: task })),
		faq: listOf(parts, 'faq', titled),
		updates: listOf(parts, 'update', ({ title, text, on = null }, id) => ({ id, title, text, on })).sort((a, b) =>
			(b.on ?? '').localeCompare(a.on ?? '')
		),
		funders: listOf(parts, 'funder', ({ title, text, website = null }, id, part) => ({
			...{ id, title, text, website },
			logo: logoOf(part.logo, part.logoAlt, title)
		})),
		faces: roles.filter((row) => row.releasedAt !== null && (row.role === 'founder' || row.role === 'ambassador')).map(faceOf),
		values: values && {
			...{ version: values.version, text: values.text, since: dayOf(values.createdAt) },
			days: network.valuesDays
		}
	};
}
