import { stringify } from 'csv-stringify/sync';
import { organisationKinds, sectors } from '#modules/organisations/organisation.ts';
import type { MembershipItem } from './server/list-memberships.ts';
import { membershipStates, tiers } from './vocabulary.ts';

const columns: [string, (item: MembershipItem) => string | number | null][] = [
	['Organisation', ({ name }) => name],
	['Art', ({ kind }) => organisationKinds[kind as keyof typeof organisationKinds] ?? kind],
	['Gemeindeschlüssel', ({ ags }) => ags],
	['Ort', ({ place }) => place],
	['Land', ({ land }) => land],
	['Einwohner:innen', ({ population }) => population],
	['Stand', ({ state }) => membershipStates[state]],
	['Stufe', ({ tier }) => tiers[tier]],
	['dabei seit', ({ joinedOn }) => joinedOn],
	['gegangen am', ({ leftOn }) => leftOn],
	['Beitrag bezahlt am', ({ feePaidOn }) => feePaidOn],
	['Werte bestätigt, Fassung', ({ valuesVersion }) => valuesVersion],
	['Sektor', ({ sector }) => sector && sectors[sector]],
	['Mission', ({ mission }) => mission],
	['Handlungsfelder', ({ actionFields }) => actionFields.join('; ')],
	['Beiträge', ({ contributions }) => contributions.join('; ')],
	['Notiz (intern)', ({ internalNote }) => internalNote]
];

/** A cell that a spreadsheet would run as a formula is text. */
export const harmless = (value: string | number | null) => (typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

/** The list as CSV for German spreadsheets: semicolons, UTF-8 with mark. */
export const membershipCsv = (items: MembershipItem[]): string =>
	stringify([columns.map(([name]) => name), ...items.map((item) => columns.map(([, read]) => harmless(read(item))))], {
		delimiter: ';',
		bom: true
	});
