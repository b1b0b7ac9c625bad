/** Contact points: which place of an organisation answers, for what, and who steps in. */

export const contactVisibilities = {
	public: 'für alle sichtbar',
	network: 'für angemeldete Kommunen',
	actors_with_case: 'nur bei einem gemeinsamen Vorhaben'
} as const;
export type ContactVisibility = keyof typeof contactVisibilities;

export const contactRoles = {
	vacancy_officer: 'Ansprechperson für Leerstand',
	economic_development: 'Wirtschaftsförderung',
	building_authority: 'Bauaufsicht',
	heritage_authority: 'Denkmalschutz',
	mayor: 'Bürgermeisteramt',
	social_planning: 'Sozialplanung',
	culture: 'Kultur',
	tax_office: 'Kämmerei',
	network_coordinator: 'Netzwerkkoordination',
	external_adviser: 'externe Beratung',
	management: 'Geschäftsstelle',
	volunteers: 'Ehrenamt'
} as const;

export const roleText = (role: string): string =>
	Object.hasOwn(contactRoles, role) ? contactRoles[role as keyof typeof contactRoles] : role;

/** What somebody wants to talk about. A contact point without topics takes everything. */
export const contactTopics = {
	spaces: 'leere Häuser und Räume',
	owners: 'Eigentum, Kauf und Erbbaurecht',
	building: 'Bauen und Umnutzung',
	heritage: 'Denkmalschutz',
	business: 'Wirtschaft und Gewerbe',
	culture: 'Kultur',
	social: 'Soziales, Jugend, Alter',
	funding: 'Förderung und Geld',
	cooperation: 'Zusammenarbeit und Netzwerke',
	press: 'Presse'
} as const;
export type ContactTopic = keyof typeof contactTopics;

export const topicText = (topic: string): string => (Object.hasOwn(contactTopics, topic) ? contactTopics[topic as ContactTopic] : topic);

/** Days as ISO, both included; without `absentUntil` until further notice. */
export type ContactPoint = {
	id: string;
	unit: string;
	name: string | null;
	role: string;
	email: string | null;
	phone: string | null;
	topics: ContactTopic[];
	deputyId: string | null;
	absentFrom: string | null;
	absentUntil: string | null;
	absenceNote: string | null;
	publicVisibility: ContactVisibility;
	responseTargetDays: number;
};

export const isAbsent = ({ absentFrom, absentUntil }: Pick<ContactPoint, 'absentFrom' | 'absentUntil'>, today: string): boolean =>
	absentFrom !== null && absentFrom <= today && (absentUntil === null || absentUntil >= today);

/** "Ines Krüger, Bauamt", or the place alone. */
export const contactName = ({ name, unit }: Pick<ContactPoint, 'name' | 'unit'>): string => (name ? `${name}, ${unit}` : unit);

export const daysText = (days: number): string => (days === 1 ? 'einem Tag' : `${days} Tagen`);
