-- Extensions (contrib only) and the German folding that search stands on.
create extension if not exists pg_trgm;--> statement-breakpoint
create extension if not exists unaccent;--> statement-breakpoint
create extension if not exists btree_gin;--> statement-breakpoint
create extension if not exists btree_gist;--> statement-breakpoint
create extension if not exists cube;--> statement-breakpoint
create extension if not exists earthdistance;--> statement-breakpoint
create extension if not exists fuzzystrmatch;--> statement-breakpoint
-- "Müller", "Mueller" and "Muller" become one word on every PostgreSQL (below 18 the German stemmer does not expand ae/oe/ue):
-- lower case, ß to ss, accents away, then ae/oe/ue to a/o/u unless a vowel or q stands before (neue, Mauer, Quelle stay apart).
create function fold_german(input text) returns text language sql immutable strict parallel safe
  set search_path = public, pg_catalog
  return regexp_replace(public.unaccent('public.unaccent'::regdictionary, replace(lower(input), 'ß', 'ss')), '(^|[^aeiouq])([aou])e', '\1\2', 'g');--> statement-breakpoint
create text search configuration gestaltungsraum (copy = german);--> statement-breakpoint
