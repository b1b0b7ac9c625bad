-- Requests and the people behind them stand on public pages too: their changes make kept pages old.
create trigger public_change after insert or update or delete or truncate on space_requests for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on actor_profiles for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on municipalities for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on match_weights for each statement execute function note_public_change();
