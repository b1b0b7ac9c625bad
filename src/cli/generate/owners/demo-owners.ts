import type { AdviceNeed, Attitude, OwnerKind, VacancyReason } from '#modules/owners/vocabulary.ts';
import type { Plan, Showing } from '#modules/owners/reply.ts';

/** Invented owners of the demo's houses in Angermünde, each with what became of the letter to them. */
export type DemoOwner = {
	kind?: OwnerKind;
	name: string;
	representative?: string;
	street?: string;
	postalCode?: string;
	city?: string;
	phone?: string;
	origin?: string;
	share?: string;
	attitude?: Attitude;
	reason?: [VacancyReason, string];
	/** They asked to be left alone before any letter. */
	blocked?: string;
	answer?: {
		plan: Plan;
		showing?: Showing;
		needs?: AdviceNeed[];
		message?: string;
		via: 'web' | 'phone' | 'paper';
		heir?: boolean;
		phone?: string;
	};
	returned?: boolean;
};

/** The heirs of the inn „Zum Kranich“, of whom one has an account and two do not agree yet. */
export const heirs: DemoOwner[] = [
	{
		...{ name: 'Hanna Lindner', street: 'Choriner Straße 41', postalCode: '10435', city: 'Berlin', share: '1/3' },
		...{ origin: 'selbst mitgeteilt beim Gespräch im Rathaus', attitude: 'undecided' }
	},
	{ name: 'Volker Lindner', street: 'Dorfstraße 20', postalCode: '16278', city: 'Angermünde', share: '1/3', attitude: 'refuses' },
	{ name: 'Beate Lindner-Roth', city: 'Kiel', share: '1/3', attitude: 'not_reached' }
];

export const demoOwners: DemoOwner[] = [
	{
		...{ name: 'Gerda Buchholz', street: 'Berliner Straße 8', postalCode: '16278', city: 'Angermünde', phone: '03331 555 0142' },
		reason: ['owner_too_old_or_ill', 'Schafft die Treppe nicht mehr, wohnt bei der Tochter.'],
		answer: {
			plan: 'interim',
			showing: 'agrees',
			needs: ['tenancy_law'],
			via: 'phone',
			phone: '03331 555 0142',
			message: 'Am liebsten jemand, der den Garten mag.'
		}
	},
	{
		...{ kind: 'heirs_community', name: 'Erbengemeinschaft Wendland', representative: 'Sabine Wendland', street: 'Lindenallee 12' },
		...{ postalCode: '17268', city: 'Templin' },
		reason: ['inheritance_unresolved', 'Fünf Geschwister, eines in Kanada.'],
		answer: { plan: 'advice', needs: ['inheritance', 'tax'], via: 'web', heir: true, message: 'Wir sind zu fünft und nicht einig.' }
	},
	{
		...{ name: 'Dirk Petzold', street: 'Am Mühlenteich 3', postalCode: '16303', city: 'Schwedt/Oder' },
		reason: ['renovation_cost_too_high', 'Dach offen, zwei Angebote lagen über dem Kaufpreis.'],
		answer: { plan: 'sell', needs: ['sale_price', 'renovation'], via: 'web', message: 'Ein Angebot würde ich mir ansehen.' }
	},
	{ name: 'Frank Thiele', street: 'Hafenweg 19', postalCode: '18055', city: 'Rostock', returned: true },
	{
		...{ name: 'Ottmar Krienke', street: 'Schulstraße 5', postalCode: '16278', city: 'Angermünde' },
		blocked: 'Hat am Gartenzaun gesagt, er möchte von der Stadt keine Post mehr dazu.'
	},
	{
		...{ name: 'Uwe Grabow', street: 'Am Anger 14', postalCode: '16278', city: 'Angermünde' },
		answer: { plan: 'leave_alone', via: 'web' }
	},
	{
		...{ name: 'Maria Szymańska', street: 'Prenzlauer Straße 30', postalCode: '16278', city: 'Angermünde' },
		answer: {
			plan: 'let',
			showing: 'agrees',
			needs: ['tenancy_law', 'heritage'],
			via: 'web',
			message: 'Gern an eine Gruppe, wenn jemand beim Vertrag hilft.'
		}
	},
	{
		...{ name: 'Ilse Marquardt', street: 'Kirchgasse 2', postalCode: '16278', city: 'Angermünde' },
		answer: { plan: 'own_plans', via: 'paper', message: 'Mein Enkel zieht im Sommer ein.' }
	},
	{
		...{
			kind: 'company',
			name: 'Havelblick Grundbesitz GmbH',
			representative: 'Claudia Arndt',
			street: 'Seepromenade 77',
			postalCode: '14476'
		},
		city: 'Potsdam',
		reason: ['keeps_as_investment', 'Antwortet seit Jahren mit demselben Satz.']
	},
	{
		kind: 'church',
		name: 'Evangelische Kirchengemeinde',
		representative: 'Pfarrerin Wolff',
		street: 'Kirchplatz 1',
		postalCode: '16278',
		city: 'Angermünde'
	},
	{ name: 'Jutta Fenske', city: 'Bernau' },
	{ name: 'Henning Saß', street: 'Feldstraße 9', postalCode: '16278', city: 'Angermünde' }
];
