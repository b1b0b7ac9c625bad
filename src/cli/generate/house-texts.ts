import type * as words from '#modules/properties/vocabulary.ts';
import type { Kind } from './kinds.ts';
import type { Town } from './places.ts';
import type { Chance } from './random.ts';

const names = [
	'Adler',
	'Grüner Baum',
	'Linde',
	'Krone',
	'Bergmann',
	'Lehmann',
	'Schubert',
	'Zur Post',
	'Hoffnung',
	'Sonne',
	'Kranich',
	'Winkler',
	'Eisenach',
	'Schwarzer Bär',
	'Kurfürst',
	'Reinhold',
	'Stern',
	'Fichtel'
];
export const streets = [
	'Marktplatz',
	'Kirchgasse',
	'Bahnhofstraße',
	'Am Anger',
	'Mühlenweg',
	'Lange Straße',
	'Schulstraße',
	'Hintergasse',
	'Berliner Straße',
	'Lindenallee',
	'Seestraße',
	'Brauhausgasse',
	'Am Gut',
	'Gartenweg'
];
const wishes: Partial<Record<words.Use, string>> = {
	gastronomy: 'wieder kochen',
	cafe: 'Kaffee ausschenken',
	meeting_place: 'den Ort zusammenbringen',
	workshop_makerspace: 'werken und reparieren',
	stage_culture: 'Musik und Theater machen',
	coworking: 'gemeinsam arbeiten',
	co_housing: 'zusammen wohnen',
	studio_atelier: 'malen, drucken, töpfern',
	school_education: 'lehren und lernen',
	shop: 'verkaufen, was hier fehlt',
	regional_supply: 'den Ort versorgen',
	repair_cafe: 'Dinge retten',
	youth: 'jungen Leuten Platz geben',
	exhibition: 'zeigen, was hier entsteht',
	rehearsal: 'proben, auch laut'
};

/** Title, summary and story of an invented house that went dark in the year `since`. */
export function textsOf(
	kind: Kind,
	{ town, since, uses, reused }: { town: Town; since: number; uses: words.Use[]; reused: boolean },
	random: Chance
) {
	const fill = (text: string) =>
		text.replace('{n}', random.pick(names)).replace('{o}', town.nameShort).replace('{s}', random.pick(streets));
	const title = fill(random.pick(kind.titles)).slice(0, 120);
	const look = random.pick(kind.looks);
	const verbs = uses.flatMap((u) => wishes[u] ?? []).slice(0, 2);
	const wish = verbs.join(' und ');
	const summary = reused
		? `Lange dunkel, jetzt wieder offen. ${look}${wish ? ` Hier kann man ${wish}.` : ''}`
		: `Seit ${since} dunkel. ${look}${wish ? ` Gesucht werden Menschen, die hier ${wish}.` : ''}`;
	const story = `${random.pick(kind.memories)} ${look} ${random.pick([
		'Das Dach wurde vor einigen Jahren gedichtet, die Leitungen sind alt.',
		'Strom und Wasser liegen an, die Heizung muss neu.',
		'Ein Gutachten gibt es, es liegt bei der Verwaltung aus.',
		'Der Zustand ist besser, als die Fassade vermuten lässt.'
	])} ${random.pick([
		'Der Ort hat eine Bushaltestelle vor der Tür und einen See in Laufweite.',
		'Nebenan öffnet zweimal in der Woche der Dorfladen.',
		'Die Nachbarschaft hilft beim ersten Aufräumen, das ist versprochen.',
		'Glasfaser liegt seit dem Sommer in der Straße.'
	])}`;
	return { title, summary, story };
}
