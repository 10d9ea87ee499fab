package negatoscope.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test reads the data in {@code ../shared}. Where that folder is absent the test is left out
 * and counted; with {@code CI=true} it fails instead. No other condition may leave out a test.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedCondition.class)
public @interface NeedsShared {}
