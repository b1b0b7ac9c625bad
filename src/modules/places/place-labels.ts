import { offerKinds } from './vocabulary.ts';

/** What the fields of the profile are called, in forms and in messages. */
export const fieldLabels: Record<string, string> = {
	name: 'Name des Ortes',
	ort: 'Kommune',
	organisationId: 'Gruppe',
	network: 'Netzwerk',
	summary: 'Satz für die Karte',
	projectText: 'Das Projekt',
	locationText: 'Die Lage',
	infrastructure: 'Infrastruktur',
	houseKind: 'Was für ein Haus',
	house: 'Das Haus im Register',
	bookable: 'Buchbar',
	foundingHistory: 'Gründungsgeschichte',
	vision: 'Vision',
	progress: 'Stand der Dinge',
	hurdles: 'Hürden',
	funFact: 'Wusstet Ihr das?',
	residentCount: 'Anzahl Menschen',
	ageStructure: 'Altersstruktur',
	legalForm: 'Rechtsform',
	housingForm: 'Wohnform',
	completionYear: 'Fertigstellung',
	developmentPartners: 'Geplant und entwickelt mit',
	awards: 'Auszeichnungen',
	website: 'Website',
	contactName: 'Ansprechperson',
	contactEmail: 'E-Mail',
	contactPhone: 'Telefon',
	...Object.fromEntries(Object.entries(offerKinds).map(([kind, text]) => [`offer_${kind}`, text]))
};
