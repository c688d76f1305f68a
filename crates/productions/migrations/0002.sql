-- Lists of places that came with an inquiry: the words of their links.
create table production_list (
    production_id text not null,
    token text not null,
    primary key (production_id, token)
);
