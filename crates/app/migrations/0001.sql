-- What is true of the installation as a whole, such as the key of its own letters.

create table installation (
    name text primary key,
    value text not null
);
