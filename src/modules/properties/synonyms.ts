import { foldGerman } from '#lib/text/fold.ts';

/** Words that people use for one another. Whoever types one finds the others too. */
const circles = [
	['Kneipe', 'Gasthof', 'Gasthaus', 'Wirtshaus', 'Gaststätte', 'Wirtschaft', 'Restaurant', 'Schenke'],
	['Halle', 'Lagerhalle', 'Produktionshalle', 'Fabrik', 'Gewerbehalle'],
	['Laden', 'Ladenlokal', 'Geschäft', 'Verkaufsraum', 'Shop'],
	['Scheune', 'Scheuer', 'Stadel', 'Stall', 'Stallung'],
	['Hof', 'Hofstelle', 'Bauernhof', 'Gehöft', 'Vierseithof'],
	['Werkstatt', 'Tischlerei', 'Schreinerei', 'Makerspace'],
	['Schule', 'Schulhaus', 'Schulgebäude'],
	['Bahnhof', 'Bahnhofsgebäude', 'Empfangsgebäude', 'Station'],
	['Gutshaus', 'Herrenhaus', 'Schloss', 'Rittergut'],
	['Kirche', 'Kapelle', 'Pfarrhaus', 'Gemeindehaus'],
	['Saal', 'Festsaal', 'Tanzsaal', 'Bühne'],
	['Café', 'Kaffeehaus', 'Bistro'],
	['Büro', 'Coworking', 'Arbeitsraum'],
	['Atelier', 'Studio', 'Künstlerhaus'],
	['Bauplatz', 'Grundstück', 'Baulücke'],
	['Metzgerei', 'Fleischerei', 'Schlachterei'],
	['Bäckerei', 'Backhaus', 'Backstube'],
	['Feuerwehrhaus', 'Spritzenhaus', 'Gerätehaus'],
	['Wohnhaus', 'Einfamilienhaus', 'Haus'],
	['Miete', 'mieten', 'Vermietung'],
	['Kauf', 'kaufen', 'Verkauf']
].map((circle) => circle.map(foldGerman));

/** The folded words that mean about the same as a folded word. */
export const synonymsOf = (folded: string): string[] => [
	...new Set(circles.filter((circle) => circle.includes(folded)).flatMap((circle) => circle.filter((other) => other !== folded)))
];
