import { sql, type SQL } from 'drizzle-orm';
import { foldedWords } from '#lib/text/fold.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { synonymsOf } from '../../synonyms.ts';

/** A search in the language of the full text index. `all` finds word parts, synonyms and misspellings too; `exact` only what was typed. */
export type SearchWords = {
	all: string;
	exact: string;
	/** `all` in pieces: of each typed word what stands for it. */
	ways: string[][];
	guessed: { typed: string; read: string }[];
};

type Looked = { word: string; stem: string | null; known: boolean; parts: string[]; synonyms: string[] };

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** Stems of the words and of their synonyms, and every known word that contains one: Werkstatt finds Schreinerwerkstatt. */
async function look(ctx: Ctx, words: string[]): Promise<Looked[]> {
	const synonyms = words.map((word) => synonymsOf(word).join(' '));
	const { rows } = await ctx.db.execute<Looked>(sql`
		select word, stem,
			exists (select from space_words k where k.word like stem || '%') as known,
			array(select distinct k.word from space_words k where length(stem) >= 4 and k.word like '%' || stem || '%' order by 1 limit 80) as parts,
			tsvector_to_array(to_tsvector('gestaltungsraum', synonyms)) as synonyms
		from (
			select n, word, synonyms, (tsvector_to_array(to_tsvector('gestaltungsraum', word)))[1] as stem
			from unnest(${sql.param(words)}::text[], ${sql.param(synonyms)}::text[]) with ordinality as t(word, synonyms, n)
		) w order by n`);
	return rows;
}

/** Known words that somebody may have meant, the nearest first. */
async function guess(ctx: Ctx, stems: string[]): Promise<Map<string, string[]>> {
	const { rows } = await ctx.db.execute<{ stem: string; near: string[] }>(sql`
		select stem, array(
			select k.word from space_words k where (k.word % stem or stem <% k.word) and k.word !~ '[0-9]'
			group by k.word
			having levenshtein_less_equal(k.word, stem, 2) <= (case when length(stem) < 6 then 1 else 2 end) or word_similarity(stem, k.word) >= 0.6
			order by levenshtein(k.word, stem), k.word limit 6
		) as near
		from unnest(${sql.param(stems)}::text[]) as t(stem) where length(stem) between 3 and 60`);
	return new Map(rows.map((row) => [row.stem, row.near]));
}

/**
 * Reads what somebody typed: folded, stemmed, as a beginning, as a part of a word and with synonyms; misspellings only where nothing else is known.
 * @returns null when nothing searchable was typed
 */
export async function searchWords(ctx: Ctx, text: string): Promise<SearchWords | null> {
	const words = foldedWords(text);
	if (!words.length) return null;
	const looked = (await look(ctx, words)).filter((word): word is Looked & { stem: string } => word.stem !== null);
	if (!looked.length) return null;
	const strange = looked.filter((word) => !word.known && !word.parts.length && !word.synonyms.length).map((word) => word.stem);
	const near = strange.length ? await guess(ctx, strange) : new Map<string, string[]>();
	const ways = looked.map(({ stem, parts, synonyms }) => {
		const others = [...new Set([...parts, ...synonyms, ...(near.get(stem) ?? [])])];
		return [`${quoted(stem)}:*`, ...others.map(quoted)];
	});
	return {
		all: ways.map((way) => `(${way.join(' | ')})`).join(' & '),
		ways,
		exact: looked.map(({ stem }) => quoted(stem)).join(' & '),
		guessed: looked.flatMap(({ word, stem }) => {
			const [read] = near.get(stem) ?? [];
			return read ? [{ typed: word, read }] : [];
		})
	};
}

const atOnce = 24;

/**
 * Whether a full text vector holds the words: the same as `vector @@ all`, but asked in small pieces. The index tries every piece of a question on
 * every entry that any piece finds, so eighty word parts asked beside the frequent word itself take ten times as long as asked apart from it.
 */
export function wordsIn({ ways }: SearchWords, vector: SQL): SQL {
	const each = ways.map(([typed = '', ...others]) => {
		const pieces = [typed];
		for (let i = 0; i < others.length; i += atOnce) pieces.push(others.slice(i, i + atOnce).join(' | '));
		return sql`(${sql.join(
			pieces.map((piece) => sql`${vector} @@ ${piece}::tsquery`),
			sql` or `
		)})`;
	});
	return sql.join(each, sql` and `);
}
