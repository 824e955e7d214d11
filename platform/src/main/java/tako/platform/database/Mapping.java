package tako.platform.database;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;

/** How values travel between Java and both databases. */
final class Mapping {
    private static final ColumnMapper<Optional<Instant>> INSTANT = (rows, column, context) -> {
        long millis = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    };

    private Mapping() {}

    /**
     * Instants are UTC milliseconds in a {@code bigint}; a record is mapped by {@code mapTo(TheRecord.class)}, each component from the column of
     * its name in snake_case, an {@code Optional} component from a column that may be null. Messages of failed statements never
     * show parameters. Transactions are ours, not Jdbi's.
     */
    static Jdbi configure(Jdbi jdbi) {
        jdbi.registerArgument(new InstantArguments());
        jdbi.registerColumnMapper(
                Instant.class,
                (rows, column, context) -> INSTANT.map(rows, column, context).orElse(null));
        jdbi.registerRowMapper(records());
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(Mapping::message);
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }

    /** The failure and the statement, without the parameters that Jdbi adds: they may be secrets. */
    private static String message(StatementException failure) {
        String what = String.valueOf(failure.getShortMessage());
        int binding = what.indexOf(" in binding:");
        String statement = Optional.ofNullable(failure.getStatementContext())
                .map(context -> " [" + context.getRawSql() + "]")
                .orElse("");
        return (binding < 0 ? what : what.substring(0, binding)) + statement;
    }

    private static RowMapperFactory records() {
        return (type, config) -> GenericTypes.getErasedType(type).isRecord()
                ? Optional.of(ConstructorMapper.of(GenericTypes.getErasedType(type)))
                : Optional.empty();
    }

    private static final class InstantArguments extends AbstractArgumentFactory<Instant> {
        InstantArguments() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, value.toEpochMilli());
        }
    }
}
