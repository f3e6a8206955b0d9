import '@testing-library/jest-dom';
// It takes down what a test has rendered, after each test of the file that loads it first: here that is every file.
import '@testing-library/react';
