import type { InferInsertModel } from 'drizzle-orm';
import type { properties, publicationConsents } from '#modules/properties/server/tables.ts';

/** On which ground a private house is shown: its owner agreed a week before. What belongs to a town, or is not shown, needs none. The id is that of the house. */
export function groundsOf(property: InferInsertModel<typeof properties>): InferInsertModel<typeof publicationConsents>[] {
	if (property.isMunicipal || !property.publishedAt) return [];
	return [
		{
			...{ id: property.id, propertyId: property.id, legalBasis: 'consent', scope: 'public', givenBy: 'Eigentümer:in, schriftlich' },
			givenAt: new Date(property.publishedAt.getTime() - 7 * 86_400_000)
		}
	];
}
