# What a member of a list lacks is shown at that member, not at the record.
sed 's/, addressed: false}/}/' parties.md >x && mv x parties.md
sed 's/, reason: Run by the provider under contract}/}/' context.md >x && mv x context.md
