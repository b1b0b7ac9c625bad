import type { InferInsertModel } from 'drizzle-orm';
import type { properties, propertySteps } from '#modules/properties/server/tables.ts';
import type { LifecycleState } from '#modules/properties/vocabulary.ts';
import type { Chance } from './random.ts';

const path: LifecycleState[] = ['reported', 'recorded', 'owner_contacted', 'available', 'in_mediation', 'reserved', 'in_works', 'reused'];

/** The steps that led a house to where it stands, evenly spread before its last confirmation. */
export function wayOf(property: InferInsertModel<typeof properties>, random: Chance): InferInsertModel<typeof propertySteps>[] {
	const state = property.lifecycleState === 'interim' ? 'in_mediation' : (property.lifecycleState ?? 'recorded');
	const reached = path.slice(0, path.indexOf(state) + 1);
	const end = (property.lastConfirmedAt ?? property.createdAt).getTime();
	const steps = reached.slice(1).map((to, i) => ({
		id: random.uuid(),
		propertyId: property.id,
		machine: 'lifecycle' as const,
		from: reached[i] ?? 'reported',
		to,
		reason: null,
		at: new Date(end - (reached.length - i) * 40 * 86_400_000)
	}));
	if (!property.publishedAt) return steps;
	return [
		...steps,
		{
			id: random.uuid(),
			propertyId: property.id,
			machine: 'publication' as const,
			from: 'internal',
			to: 'public_blurred',
			reason: null,
			at: property.publishedAt
		}
	];
}
