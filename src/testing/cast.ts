import type { Actor, Grant } from '#modules/people/actor.ts';

/** The people of the tests and of the demo, with biographies. Ids are fixed, so that a test and a person can point at the same one. */
type Member = Actor & { biography: string };

const person = (n: number, { grants = [], ...rest }: Omit<Member, 'id' | 'grants'> & { grants?: readonly Grant[] }): Member => ({
	id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
	grants,
	...rest
});

/** The organisation of a municipality in which somebody of the cast holds a seat. */
export const organisationOf = (ags: string): string => `00000000-0000-7000-9000-0000${ags}`;
const seat = (ags: string): Pick<Member, 'grants' | 'seats'> => ({
	grants: [{ role: 'editor', ags }],
	seats: [{ organisationId: organisationOf(ags), rights: 'manage', ags }]
});

export const angermuende = '12073008';
export const herzberg = '12062224';
export const neukirchen = '14521410';
export const marktleuthen = '09479135';
export const wunsiedel = '09479169';
export const zehdenick = '12065356';

export const cast = {
	ines: person(1, {
		name: 'Ines Krüger',
		email: 'ines.krueger@angermuende.example',
		biography: 'Sachbearbeiterin in Angermünde, einen halben Tag in der Woche für Leerstand',
		...seat(angermuende)
	}),
	friedrich: person(2, {
		name: 'Friedrich Nowak',
		email: 'buergermeister@herzberg.example',
		biography: 'Bürgermeister von Herzberg (Elster), zwei Stunden in der Woche',
		...seat(herzberg)
	}),
	amira: person(3, {
		name: 'Amira Haddad',
		email: 'amira@werkhof.example',
		biography: 'gründet mit sieben Leuten den Verein Werkhof, 800 € im Monat, kein Haus'
	}),
	jonas: person(4, {
		name: 'Jonas Weber',
		email: 'jonas@kulturbahnhof.example',
		biography: 'Kollektiv Kulturbahnhof, sucht eine Bühne in Oberfranken'
	}),
	hanna: person(5, {
		name: 'Hanna Lindner',
		email: 'hanna.lindner@erben.example',
		biography: 'Miterbin eines Gasthofs in Angermünde, unsicher, was sie will'
	}),
	oskar: person(6, {
		name: 'Oskar Behrens',
		email: 'oskar@netzwerkbuero.example',
		biography: 'Netzwerkbüro, zwei Leute für fünfzig Kommunen',
		grants: [{ role: 'office' }]
	}),
	renate: person(7, {
		name: 'Renate Vogel',
		email: 'renate@betrieb.example',
		biography: 'betreibt die Installation',
		grants: [{ role: 'admin' }]
	}),
	katrin: person(22, {
		name: 'Katrin Ahlers',
		email: 'buergermeisterin@zehdenick.example',
		biography: 'Bürgermeisterin von Zehdenick, schreibt zwischen zwei Terminen am Antrag bei den Hellen Orten',
		...seat(zehdenick)
	}),
	mara: person(21, {
		name: 'Mara Sommer',
		email: 'mara@gemeinsame-mitte.example',
		biography: 'koordiniert ein offenes Bündnis und eine Vernetzungsstelle, ohne Amt in einer Kommune'
	})
} as const;

export type CastName = keyof typeof cast;

/** The roles of the authorization matrix and who plays them. */
export const roles: Record<string, Actor | null> = {
	guest: null,
	maker: cast.amira,
	owner: cast.hanna,
	editor: cast.ines,
	otherEditor: cast.friedrich,
	office: cast.oskar,
	admin: cast.renate
};
